#!/bin/sh
# /usr/local/bin/wegmarke: a command of the installation with the service's user and settings, as root:
#   wegmarke backup FILE · wegmarke restore FILE · wegmarke move-database --to … · wegmarke reset-password --email … · wegmarke token …
# Root's own variables are left behind. A relative FILE counts from the folder you stand in.
set -eu
[ $# -gt 0 ] || { echo 'Usage: wegmarke backup|restore|move-database|reset-password|token …' >&2; exit 2; }
command=$1
shift
umask 077
# The unit's own, unless the file says otherwise: as systemd has it.
data=DATA_DIR=/var/lib/wegmarke
if grep -q '^DATA_DIR=.' /etc/wegmarke.env; then data=; fi
exec runuser -u wegmarke -- env -i PATH="$PATH" HOME=/var/lib/wegmarke INIT_CWD="$PWD" NODE_ENV=production $data \
  /usr/bin/node --env-file=/etc/wegmarke.env "/opt/wegmarke/scripts/$command.mjs" "$@"
