n0412nordc
r e BC-SK--SelmarkOpera     03-09 0061
^BC-SK--Selmark Opera,61<
^Selmark opera opens without an overture<
^Eds: With AP Photos.<
^By MAJA LIND=
^Associated Press=
	   SELMARK (AP) _ The opera of Selmark opened its season on Friday without an overture: the scores were on the wrong boat.
	   ``We simply began,'' said the conductor.

	   AP-NO-03-09-02 2214GMT<


