// port-cc: the compiler that Makefiles call. Hands its command line to a compile server that has everything loaded,
// starts one when there is none, and does the work by a process of its own (dotnet port.dll cc) whenever there is no
// server, or one that went away: a compile is never lost with its server.
//
// One server for each user, build of the tool, and set of the surroundings that a compile depends on (variables, umask,
// priority, limits, file systems): its name in the folder is their hash. So a server never has to be anybody but itself.
//
// The folder is PORT_SERVER_DIR, or port-cc in XDG_RUNTIME_DIR, or /tmp/port-cc-UID; it is used only when it is a real
// folder of this user's that nobody else may enter. PORT_SERVER=off: no server.
//
// This process listens in the place of the server that it starts, and the server inherits the socket (descriptor 3):
// whoever connects meanwhile waits in the queue, and nobody has to ask when the server is ready.
//
// Messages to the server: u32 length, payload. First the request: "port-cc 1", working directory, arguments, each
// zero-terminated. Messages from it: kind, u32 length, payload:
//   o, e  text for standard output, standard error
//   i     asks for all of standard input, which is the answer
//   r, p  a program and its arguments, to be run here, with this process's files and variables; the answer is its
//         status; p: one that may print to standard output
//   x     u32: the exit status
//   u     the server does not do this one
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LISTENING = 3, BACKLOG = 512, FAILED = 1 };

extern char **environ;

static char tool[PATH_MAX]; // the folder of this program, with that of the server
static int input_copy = -1; // standard input, when the server had it

// ---- which server

/// FNV-1a, 64 bits (Fowler, Noll, Vo).
static uint64_t hash(uint64_t state, const void *data, size_t size) {
  for (const unsigned char *at = data, *end = at + size; at < end; at++)
    state = (state ^ *at) * 0x100000001b3u;
  return state;
}

static uint64_t hash_text(const char *text) { return hash(0xcbf29ce484222325u, text, strlen(text) + 1); }

/// Variables that a compile depends on, by how their names begin: those of clang, gcc's linker, the loader, .NET and
/// the tool. What a shell or make changes from one command to the next is none of them.
static bool matters(const char *variable) {
  static const char *const names[] = {
    "PATH=", "HOME=", "TMPDIR=", "SOURCE_DATE_EPOCH=", "CPATH=", "C_INCLUDE_PATH=", "LIBRARY_PATH=", "COMPILER_PATH=",
    "GCC_", "LD_", "LLVM_", "CLANG_", "CCC_", "CC_", "DEPENDENCIES_OUTPUT=", "SUNPRO_DEPENDENCIES=", "LANG", "LC_",
    "DOTNET_", "NUGET_PACKAGES=", "PORT_", "GCOV_", "ASAN_", "UBSAN_", "TEMP=", "TMP=", "GLIBC_TUNABLES=", "MALLOC_",
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strncmp(variable, names[i], strlen(names[i])) == 0)
      return true;
  return false;
}

/// What a process hands to its children besides variables, and whose files it sees.
static uint64_t surroundings(void) {
  mode_t mask = umask(0);
  umask(mask);
  uint64_t facts[] = {mask, (uint64_t)getpriority(PRIO_PROCESS, 0), getegid()};
  uint64_t state = hash(2, facts, sizeof facts);
  for (int resource = 0; resource < RLIM_NLIMITS; resource++) {
    struct rlimit limit = {0};
    getrlimit((__rlimit_resource_t)resource, &limit);
    state = hash(state, &limit, sizeof limit);
  }
  static const char *const places[] = {"/", "/proc/self/ns/mnt"}; // chroot(2), mount_namespaces(7)
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    struct stat place = {0};
    if (stat(places[i], &place) == 0)
      state = hash(hash(state, &place.st_dev, sizeof place.st_dev), &place.st_ino, sizeof place.st_ino);
  }
  return state;
}

/// Sums do not depend on the order in which a folder or the environment lists things.
static bool identity(char name[17]) {
  uint64_t sum = hash_text(tool);
  DIR *folder = opendir(tool);
  if (folder == NULL)
    return false;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    struct stat file;
    if (fstatat(dirfd(folder), entry->d_name, &file, 0) != 0 || !S_ISREG(file.st_mode))
      continue;
    uint64_t facts[] = {hash_text(entry->d_name), file.st_ino, (uint64_t)file.st_size, (uint64_t)file.st_mtim.tv_sec,
      (uint64_t)file.st_mtim.tv_nsec};
    sum += hash(1, facts, sizeof facts);
  }
  closedir(folder);
  for (char **variable = environ; *variable != NULL; variable++)
    if (matters(*variable))
      sum += hash_text(*variable);
  snprintf(name, 17, "%016llx", (unsigned long long)(sum + surroundings()));
  return true;
}

/// The folder for sockets, made when it is missing; false when it is not this user's alone.
static bool server_folder(char path[PATH_MAX]) {
  const char *given = getenv("PORT_SERVER_DIR"), *runtime = getenv("XDG_RUNTIME_DIR");
  if (given != NULL && *given != '\0')
    snprintf(path, PATH_MAX, "%s", given);
  else if (runtime != NULL && *runtime == '/' && access(runtime, W_OK) == 0)
    snprintf(path, PATH_MAX, "%s/port-cc", runtime);
  else
    snprintf(path, PATH_MAX, "/tmp/port-cc-%u", (unsigned)getuid());
  struct stat folder;
  mkdir(path, 0700);
  return path[0] == '/' && lstat(path, &folder) == 0 && S_ISDIR(folder.st_mode) && folder.st_uid == geteuid()
    && (folder.st_mode & 077) == 0;
}

// ---- a connection

static int connected(const struct sockaddr_un *address) {
  int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  struct ucred peer;
  socklen_t size = sizeof peer;
  if (server >= 0 && connect(server, (const struct sockaddr *)address, sizeof *address) == 0
    && getsockopt(server, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == geteuid())
    return server;
  close(server);
  return -1;
}

/// The server, on descriptor 3, away from this terminal, session and folder.
static void become_server(int listening) {
  int null = open("/dev/null", O_RDWR);
  setsid();
  for (int file = 0; file < 3; file++)
    dup2(null, file);
  dup2(listening, LISTENING);
  if (listening == LISTENING)
    fcntl(LISTENING, F_SETFD, 0);
  close_range(LISTENING + 1, ~0u, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  char dll[PATH_MAX + 16];
  snprintf(dll, sizeof dll, "%s/port.dll", tool);
  if (chdir("/") == 0)
    execlp("dotnet", "dotnet", dll, "cc-server", "listen", (char *)NULL);
  _exit(FAILED);
}

/// Listens for a server and starts it. The caller holds the folder's lock.
static void start(const struct sockaddr_un *address) {
  int listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  unlink(address->sun_path);
  if (listening >= 0 && bind(listening, (const struct sockaddr *)address, sizeof *address) == 0
    && listen(listening, BACKLOG) == 0) {
    pid_t child = fork();
    if (child == 0)
      become_server(listening);
    if (child < 0)
      unlink(address->sun_path);
  }
  close(listening);
}

/// A server of this build and these surroundings; -1 when there can be none.
static int find_server(void) {
  char folder[PATH_MAX], name[17], lock_path[PATH_MAX + 8];
  const char *wish = getenv("PORT_SERVER");
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if ((wish != NULL && strcmp(wish, "off") == 0) || !server_folder(folder) || !identity(name))
    return -1;
  if (strlen(folder) + 1 + strlen(name) >= sizeof address.sun_path)
    return -1;
  stpcpy(stpcpy(stpcpy(address.sun_path, folder), "/"), name);
  int server = connected(&address);
  if (server >= 0)
    return server;
  snprintf(lock_path, sizeof lock_path, "%s/lock", folder);
  int lock = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (lock < 0 || flock(lock, LOCK_EX) != 0)
    return -1;
  server = connected(&address); // somebody else was faster
  if (server < 0) {
    start(&address);
    server = connected(&address);
  }
  close(lock);
  return server;
}

static bool put(int file, const void *data, size_t size) {
  for (const char *at = data; size > 0;) {
    ssize_t written = write(file, at, size);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    at += written;
    size -= (size_t)written;
  }
  return true;
}

static bool tell(int server, const void *data, size_t size) {
  uint32_t length = (uint32_t)size;
  return size <= INT32_MAX && put(server, &length, sizeof length) && put(server, data, size);
}

static bool get(int server, void *data, size_t size) {
  for (char *at = data; size > 0;) {
    ssize_t taken = read(server, at, size);
    if (taken < 0 && errno == EINTR)
      continue;
    if (taken <= 0)
      return false;
    at += taken;
    size -= (size_t)taken;
  }
  return true;
}

// ---- what the server asks for

static bool request(int server, int argc, char **argv) {
  static const char magic[] = "port-cc 1";
  char cwd[PATH_MAX];
  if (getcwd(cwd, sizeof cwd) == NULL)
    return false;
  size_t size = sizeof magic + strlen(cwd) + 1;
  for (int i = 1; i < argc; i++)
    size += strlen(argv[i]) + 1;
  char *text = malloc(size);
  if (text == NULL)
    return false;
  char *at = stpcpy(stpcpy(text, magic) + 1, cwd) + 1;
  for (int i = 1; i < argc; i++)
    at = stpcpy(at, argv[i]) + 1;
  bool sent = tell(server, text, size);
  free(text);
  return sent;
}

/// Standard input is kept: without an answer, this process has to do without the server after all.
static bool send_input(int server) {
  if (input_copy < 0) {
    static char block[1 << 16];
    input_copy = memfd_create("stdin", MFD_CLOEXEC);
    for (ssize_t taken; (taken = read(STDIN_FILENO, block, sizeof block)) != 0;)
      if (taken > 0 ? !put(input_copy, block, (size_t)taken) : errno != EINTR)
        break;
  }
  off_t size = lseek(input_copy, 0, SEEK_END);
  void *text = size > 0 ? mmap(NULL, (size_t)size, PROT_READ, MAP_PRIVATE, input_copy, 0) : NULL;
  return size >= 0 && text != MAP_FAILED && tell(server, text, (size_t)size);
}

/// A program with this process's files, variables and group; it ends with this process.
static bool run(int server, char *words, size_t size) {
  size_t count = 0;
  for (size_t i = 0; i < size; i++)
    count += words[i] == '\0';
  char **program = calloc(count + 1, sizeof *program);
  if (program == NULL || count == 0)
    return false;
  for (size_t i = 0; i < count; i++, words += strlen(words) + 1)
    program[i] = words;
  pid_t self = getpid(), child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_DFL);
    if (getppid() == self)
      execv(program[0], program);
    fprintf(stderr, "port cc: error: '%s' cannot be run: %s\n", program[0], strerror(errno));
    _exit(127);
  }
  free(program);
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  uint32_t answer = child < 0 ? 127u : WIFEXITED(status) ? (uint32_t)WEXITSTATUS(status) : 128u + (uint32_t)WTERMSIG(status);
  return tell(server, &answer, sizeof answer);
}

/// Does what the server says until it says the exit status; false when it cannot do the work, or is gone.
static bool converse(int server, int *status, bool *has_shown) {
  for (;;) {
    struct __attribute__((packed)) { char kind; uint32_t size; } head;
    if (!get(server, &head, sizeof head))
      return false;
    char *payload = malloc(head.size + 1u);
    if (payload == NULL || !get(server, payload, head.size))
      return false;
    bool done = true;
    switch (head.kind) {
    case 'o':
    case 'e':
      *has_shown |= head.kind == 'o';
      put(head.kind == 'o' ? STDOUT_FILENO : STDERR_FILENO, payload, head.size);
      break;
    case 'i':
      done = send_input(server);
      break;
    case 'r':
    case 'p':
      *has_shown |= head.kind == 'p';
      done = run(server, payload, head.size);
      break;
    case 'x':
      *status = head.size >= 4 ? (int)*(uint32_t *)payload : FAILED;
      return true;
    default:
      return false;
    }
    free(payload);
    if (!done)
      return false;
  }
}

static int alone(int argc, char **argv) {
  char dll[PATH_MAX + 16];
  snprintf(dll, sizeof dll, "%s/port.dll", tool);
  char **words = calloc((size_t)argc + 4, sizeof *words);
  if (words == NULL)
    return FAILED;
  words[0] = "dotnet";
  words[1] = dll;
  words[2] = "cc";
  memcpy(words + 3, argv + 1, ((size_t)argc - 1) * sizeof *words);
  if (input_copy >= 0) {
    lseek(input_copy, 0, SEEK_SET);
    dup2(input_copy, STDIN_FILENO);
  }
  execvp(words[0], words);
  fprintf(stderr, "port cc: error: 'dotnet' cannot be run: %s\n", strerror(errno));
  return FAILED;
}

int main(int argc, char **argv) {
  ssize_t length = readlink("/proc/self/exe", tool, sizeof tool - 1);
  char *slash = length > 0 ? strrchr(tool, '/') : NULL;
  if (slash == NULL) {
    fprintf(stderr, "port cc: error: /proc/self/exe cannot be read: %s\n", strerror(errno));
    return FAILED;
  }
  *slash = '\0';
  int server = find_server(), status = FAILED;
  bool has_shown = false;
  void (*before)(int) = signal(SIGPIPE, SIG_IGN);
  if (server >= 0 && request(server, argc, argv) && converse(server, &status, &has_shown))
    return status;
  signal(SIGPIPE, before);
  if (has_shown) {
    // Not again: what it has printed would be there twice.
    fprintf(stderr, "port cc: error: the compile server went away in the middle of this command; run it again\n");
    return FAILED;
  }
  if (server >= 0)
    close(server);
  return alone(argc, argv);
}
