"""Files of a return, as somebody sends them."""


from django.core.files.uploadedfile import SimpleUploadedFile

from goldthread.web.loading import keeping
from goldthread.web.loading.models import LoadRun
from tests.web.family import NOW

HEADER = b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n90001,1,01/02/2010,WBRI,X000000000001,,\n90002,2,31/06/2012,WBRI,X000000000002,,\n"
REVIEWS = b"CHILD,DOB,REVIEW,REVIEW_CODE\n90001,01/02/2010,12/05/2020,PN1\n90001,01/02/2010,11/11/2020,PN1\n"


def begun(worker, **more):
    """A load that was asked for and not carried out yet."""
    run = LoadRun.objects.create(worker=worker, begun_at=NOW, **more)
    keeping.keep(run.pk, [(SimpleUploadedFile("header_2020.csv", HEADER), "header_2020.csv")])
    return run
