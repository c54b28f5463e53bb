# shellcheck shell=bash
# Finds a JDK 25, a Maven and a GraalVM for ./run, ./test and the other scripts, or says in one line what is missing,
# and tells what has changed since it was built. Sourced, never run.

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

# Sets GRAALVM_HOME to the first GraalVM or Mandrel that is new enough: GRAALVM_HOME itself, JAVA_HOME, the one on the PATH, the
# usual install folders.
find_graalvm() {
  local candidate on_path
  on_path=$(command -v native-image || true)
  for candidate in "${GRAALVM_HOME:-}" "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
    /usr/lib/jvm/* /opt/graalvm* /opt/mandrel* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/*; do
    if [ -x "$candidate/bin/native-image" ] && [ "$(jdk_major "$candidate")" -ge "$MIN_JAVA" ] 2>/dev/null; then
      export GRAALVM_HOME=$candidate
      return
    fi
  done
  fail "needs a GraalVM or Mandrel for JDK $MIN_JAVA; install one, or set GRAALVM_HOME to it"
}

sources_of() { # every file that goes into a module's package
  find pom.xml common/pom.xml common/src/main "$1/pom.xml" "$1/src/main" -type f 2>/dev/null | LC_ALL=C sort
}

# What a module's package is made of, as one line: the module's sources and the JDK, or another if its folder is given.
stamp_of() { # module, folder of a JDK
  { "${2:-$JAVA_HOME}/bin/java" -version 2>&1; sources_of "$1" | tr '\n' '\0' | xargs -0 cksum; } | cksum
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
