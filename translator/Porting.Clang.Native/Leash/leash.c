// porting-leash: runs a program that ends when its caller ends, however that ends.
//
// Arguments: the caller's process id, "group" or "same", the program (a path, or a name that PATH has), its
// arguments.
// "group": the program gets a process group of its own, of which nothing is left when the caller dies: children of the
// program's own (make, gcc) as well. This process waits beside it, and ends as the program does.
// "same": becomes the program, in the caller's group: it may read the terminal, and answers for its own children.
// Ends with 127 and a line on standard error when the program cannot be run.
//
// The kernel sends PR_SET_PDEATHSIG when the thread ends that made the process (prctl(2)); the caller makes all of its
// children by a thread that never ends.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KILLED = 128 + SIGKILL, CANNOT_RUN = 127 };

/// Dies with `parent`; one that is dead already sends no signal any more.
static void die_with(pid_t parent, int signal) {
  prctl(PR_SET_PDEATHSIG, signal);
  if (getppid() != parent)
    _exit(KILLED);
}

/// A path is taken as it is: execvp would give a file that is no program to the shell.
static void become(char **program) {
  if (strchr(program[0], '/') != NULL)
    execv(program[0], program);
  else
    execvp(program[0], program);
  fprintf(stderr, "porting-leash: %s\n", strerror(errno));
  _exit(CANNOT_RUN);
}

/// The program's pipes are its own: whoever reads them has to see their end.
static void let_go_of_files(void) {
  int null = open("/dev/null", O_RDWR);
  for (int file = 0; file < 3; file++)
    dup2(null, file);
}

static void end_like(int status) {
  if (WIFSIGNALED(status)) {
    signal(WTERMSIG(status), SIG_DFL);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, WTERMSIG(status));
    prctl(PR_SET_DUMPABLE, 0); // the program has left its core, if it was to leave one
    raise(WTERMSIG(status));
    sigprocmask(SIG_UNBLOCK, &one, NULL);
  }
  _exit(WIFEXITED(status) ? WEXITSTATUS(status) : KILLED);
}

int main(int argc, char **argv) {
  if (argc < 4)
    return CANNOT_RUN;
  pid_t caller = (pid_t)atol(argv[1]);
  if (strcmp(argv[2], "same") == 0) {
    die_with(caller, SIGKILL);
    become(argv + 3);
  }

  sigset_t watched, before;
  sigemptyset(&watched);
  sigaddset(&watched, SIGCHLD);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGHUP);
  sigaddset(&watched, SIGQUIT);
  sigprocmask(SIG_BLOCK, &watched, &before);
  die_with(caller, SIGTERM);
  pid_t self = getpid();
  pid_t child = fork();
  if (child < 0) {
    fprintf(stderr, "porting-leash: %s\n", strerror(errno));
    return CANNOT_RUN;
  }
  if (child == 0) {
    setpgid(0, 0);
    sigprocmask(SIG_SETMASK, &before, NULL);
    die_with(self, SIGKILL);
    become(argv + 3);
  }
  setpgid(child, child); // whichever comes first
  let_go_of_files();
  for (;;) {
    int status;
    if (sigwaitinfo(&watched, NULL) != SIGCHLD) {
      kill(-child, SIGKILL);
      _exit(KILLED);
    }
    if (waitpid(child, &status, WNOHANG) == child)
      end_like(status);
  }
}
