import re

from django.conf import settings
from django.core.files.storage import FileSystemStorage

from desk.pasting import PARTS
from site_config.static_files import StaticFiles

IMPORTED = re.compile(r'^import .* from "\./(.+)";$', re.M)


def test_modules_name_each_other_by_what_is_in_them(tmp_path):
    written = FileSystemStorage(location=settings.STATICFILES_DIRS[0])
    files, names = StaticFiles(location=tmp_path), ["js/desk/paste.js", *PARTS]
    for name in names:
        with written.open(name) as file:
            files.save(name, file)

    list(files.post_process({name: (files, name) for name in names}))

    made = {name: tmp_path / files.hashed_files[name] for name in names}
    imported = {name for file in made.values() for name in IMPORTED.findall(file.read_text())}
    assert imported == {made[name].name for name in PARTS}
