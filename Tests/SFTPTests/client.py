# Sends files as programs written with paramiko do. Steps are read from standard input, one a line.
import os
import sys
import time

import paramiko

host, port, user, key = sys.argv[1:5]
is_slow = "slow" in sys.argv[5:]
client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
client.connect(host, int(port), user, key_filename=key, allow_agent=False, look_for_keys=False)
sftp = client.open_sftp()


def slowly(local, remote):
    with open(local, "rb") as source, sftp.open(remote, "wb") as target:
        while block := source.read(4096):
            target.write(block)
            target.flush()
            time.sleep(0.02)


def resume(local, remote):
    with open(local, "rb") as source, sftp.open(remote, "ab") as target:
        source.seek(sftp.stat(remote).st_size)
        target.write(source.read())


def touch(remote):
    try:
        sftp.chmod(remote, 0o640)
        sftp.utime(remote, (1700000000, 1700000000))
    except FileNotFoundError:
        pass


def remove(remote):
    try:
        sftp.remove(remote)
    except FileNotFoundError:
        pass


for line in sys.stdin:
    step, *names = line.split()
    if step == "put":
        # Looking whether it is there afterwards is what `drop.linger` is for.
        slowly(*names) if is_slow else sftp.put(*names, confirm=False)
    elif step == "resume":
        resume(*names)
    elif step == "rename":
        sftp.posix_rename(*names)
    elif step == "touch":
        touch(*names)
    elif step == "remove":
        remove(*names)
    elif step == "putall":
        for name in sorted(os.listdir(names[0])):
            sftp.put(os.path.join(names[0], name), names[1] + "/" + name, confirm=False)
client.close()
