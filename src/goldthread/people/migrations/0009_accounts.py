import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldthread.record.guards import keep

# Whoever closes an account may see no child's record: how many are left over is counted for them, and nothing else is told.
LEFT_WITH = """
CREATE FUNCTION people_left_with(leaver bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT count(*) FROM record_standing WHERE open AND leaver IN (worker_id, adviser_id, chair_id)
$$;
CREATE FUNCTION people_leaver_leaves_nobody() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF OLD.is_active AND NOT NEW.is_active AND people_left_with(NEW.id) > 0 THEN
    RAISE EXCEPTION 'Somebody is left over with this worker: hand them over before the account is closed.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER people_worker_leaves_nobody BEFORE UPDATE OF is_active ON people_worker
  FOR EACH ROW EXECUTE FUNCTION people_leaver_leaves_nobody();
"""
BACK = """
DROP TRIGGER people_worker_leaves_nobody ON people_worker;
DROP FUNCTION people_leaver_leaves_nobody();
DROP FUNCTION people_left_with(bigint);
"""


def guard(apps, schema_editor):
    schema_editor.execute(keep("people_accountact"), params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0008_integrations"), ("record", "0010_every_duty_guards")]
    operations = [
        migrations.AddField("worker", "cut", models.PositiveIntegerField(default=0)),
        migrations.AddField("worker", "password_given", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="AccountAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.CharField(max_length=20)),
                ("said", models.TextField(default="")),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("worker", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="account_acts", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
        migrations.RunSQL(LEFT_WITH, BACK),
    ]
