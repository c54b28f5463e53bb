# shellcheck shell=bash
# Finds a JDK 25 and a Maven for ./run, ./test and ./chaos, or says in one line what is missing. Sourced, never run.

MIN_JAVA=25
MIN_MAVEN=3.8.7

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# The major version of the JDK in a folder, 0 when it is no JDK.
jdk_major() {
  local release="$1/release"
  if ! [ -x "$1/bin/javac" ] || ! [ -r "$release" ]; then
    echo 0
    return
  fi
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release"
}

# Sets JAVA_HOME to the first JDK that is new enough: JAVA_HOME itself, the default javac's, the usual install folders.
find_jdk() {
  local candidate best="" default_javac
  default_javac=$(command -v javac || true)
  for candidate in "${JAVA_HOME:-}" "${default_javac:+$(dirname "$(dirname "$(readlink -f "$default_javac")")")}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -z "$candidate" ] || ! [ -d "$candidate" ]; then continue; fi
    if [ "$(jdk_major "$candidate")" -ge "$MIN_JAVA" ] 2>/dev/null; then
      best=$candidate
      break
    fi
  done
  [ -n "$best" ] || fail "needs a JDK $MIN_JAVA or later; install one (for instance Temurin $MIN_JAVA) or set JAVA_HOME to it"
  export JAVA_HOME=$best
  export PATH="$JAVA_HOME/bin:$PATH"
}

maven_version() {
  mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Apache Maven \([0-9.]*\).*/\1/p' | head -1
}

find_maven() {
  command -v mvn >/dev/null || fail "needs Maven $MIN_MAVEN or later on the PATH (Debian: apt-get install maven)"
  local version
  version=$(maven_version)
  [ "$(printf '%s\n%s\n' "$MIN_MAVEN" "${version:-0}" | sort -V | head -1)" = "$MIN_MAVEN" ] \
    || fail "needs Maven $MIN_MAVEN or later, found ${version:-none}"
}
