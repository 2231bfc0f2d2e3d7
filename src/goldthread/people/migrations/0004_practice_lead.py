from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_guards'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='worker',
            name='worker_role_known',
        ),
        migrations.AlterField(
            model_name='worker',
            name='role',
            field=models.CharField(choices=[('social_worker', 'Social worker'), ('personal_adviser', 'Personal adviser'), ('front_door', 'Front-door worker'), ('team_manager', 'Team manager'), ('conference_chair', 'Conference chair'), ('reviewing_officer', 'Independent reviewing officer'), ('head_of_service', 'Head of service'), ('director', "Director of children's services"), ('quality_lead', 'Quality lead'), ('practice_lead', 'Practice lead'), ('analyst', 'Analyst'), ('inspector', 'Inspector'), ('administrator', 'Administrator')], max_length=32),
        ),
        migrations.AddConstraint(
            model_name='worker',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['social_worker', 'personal_adviser', 'front_door', 'team_manager', 'conference_chair', 'reviewing_officer', 'head_of_service', 'director', 'quality_lead', 'practice_lead', 'analyst', 'inspector', 'administrator'])), name='worker_role_known'),
        ),
    ]
