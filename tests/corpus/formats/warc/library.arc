filedesc://library.arc 0.0.0.0 19990617093000 text/plain 75
1 0 Wendle Library
URL IP-address Archive-date Content-type Archive-length

http://library.example/news/lamps.html 192.0.2.7 19990617093000 text/html 429
HTTP/1.0 200 OK
Content-Type: text/html

<HTML><HEAD><TITLE>Lamp Street gets its lamps</TITLE></HEAD><BODY BGCOLOR=white>
<H1>Lamp Street gets its lamps</H1>
<P>Published: 14 June 1999
<P>Lamp Street, dark since the gasworks closed, was lit on Saturday for the first time in thirty-one years. About two hundred people stood and looked at it.
<P>The town clerk said the name had made the request hard to refuse.
</BODY></HTML>

http://library.example/robots.txt 192.0.2.7 19990617093000 text/plain 59
HTTP/1.1 200 OK
Content-Type: text/plain

User-agent: *

