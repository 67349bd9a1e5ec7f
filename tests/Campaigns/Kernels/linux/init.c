/* The first process: asks the kernel for a bit of everything, and prints what comes back. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <dirent.h>

static int passed, failed;

static void check(const char *what, int holds)
{
	holds ? passed++ : failed++;
	printf("init: %s: %s\n", what, holds ? "ok" : "failed");
}

static uint32_t sum_of(const char *path)
{
	unsigned char buffer[4096];
	uint32_t sum = 1;
	ssize_t got;
	int file = open(path, O_RDONLY);
	if (file < 0)
		return 0;
	while ((got = read(file, buffer, sizeof buffer)) > 0)
		for (ssize_t i = 0; i < got; i++)
			sum = sum * 31 + buffer[i];
	close(file);
	return sum;
}

static void show(const char *path)
{
	char buffer[8192];
	int file = open(path, O_RDONLY);
	ssize_t got = file < 0 ? -1 : read(file, buffer, sizeof buffer - 1);
	printf("init: %s: %zd bytes\n", path, got < 0 ? (ssize_t)-errno : got);
	if (got > 0) {
		buffer[got] = 0;
		fputs(buffer, stdout);
	}
	if (file >= 0)
		close(file);
}

static void files(void)
{
	char block[1000];
	int i, file = open("/tmp/big", O_CREAT | O_RDWR, 0600);
	for (i = 0; i < 700; i++) {
		memset(block, i, sizeof block);
		if (write(file, block, sizeof block) != sizeof block)
			break;
	}
	check("700 kB written", i == 700);
	check("their sum", sum_of("/tmp/big") != 0);
	printf("init: sum %08x\n", sum_of("/tmp/big"));
	char *map = mmap(0, 700000, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	check("mapped", map != MAP_FAILED && map[699999] == (char)699);
	map[5000] = 77;
	check("written through the map", pread(file, block, 1, 5000) == 1 && block[0] == 77);
	munmap(map, 700000);
	check("truncated", ftruncate(file, 10) == 0 && lseek(file, 0, SEEK_END) == 10);
	close(file);
	check("renamed", rename("/tmp/big", "/tmp/small") == 0 && access("/tmp/big", F_OK) < 0);
	check("linked", symlink("small", "/tmp/link") == 0 && sum_of("/tmp/link") == sum_of("/tmp/small"));
	mkdir("/tmp/d", 0700);
	for (i = 0; i < 50; i++) {
		sprintf(block, "/tmp/d/%d", i * i);
		close(open(block, O_CREAT | O_WRONLY, 0600));
	}
	DIR *folder = opendir("/tmp/d");
	int entries = 0;
	while (readdir(folder))
		entries++;
	closedir(folder);
	check("52 entries", entries == 52);
	check("a folder with files is not removed", rmdir("/tmp/d") < 0 && errno == ENOTEMPTY);
}

static volatile sig_atomic_t ticks;
static void tick(int number) { (void)number; ticks++; }

static void processes(void)
{
	int ends[2], status, i, alive = 0;
	char byte;
	check("pipe", pipe(ends) == 0);
	for (i = 0; i < 20; i++)
		if (fork() == 0) {
			byte = 'a' + i;
			write(ends[1], &byte, 1);
			_exit(i);
		}
	int sum = 0, codes = 0;
	for (i = 0; i < 20; i++) {
		alive += wait(&status) > 0;
		codes += WEXITSTATUS(status);
	}
	for (i = 0; i < 20; i++)
		sum += read(ends[0], &byte, 1) == 1 ? byte - 'a' : 0;
	check("20 children", alive == 20 && codes == 190 && sum == 190);
	if (fork() == 0) {
		*(volatile int *)0 = 1;
		_exit(0);
	}
	wait(&status);
	check("a child is ended by a bad access", WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV);
	signal(SIGALRM, tick);
	struct itimerval often = { { 0, 20000 }, { 0, 20000 } };
	setitimer(ITIMER_REAL, &often, 0);
	while (ticks < 5)
		pause();
	memset(&often, 0, sizeof often);
	setitimer(ITIMER_REAL, &often, 0);
	check("five alarms", ticks >= 5);
	int *shared = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	for (i = 0; i < 4; i++)
		if (fork() == 0) {
			for (int k = 0; k < 10000; k++)
				__atomic_fetch_add(shared, 1, __ATOMIC_SEQ_CST);
			_exit(0);
		}
	while (wait(0) > 0)
		;
	check("40,000 additions", *shared == 40000);
	char *many = mmap(0, 8 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	for (i = 0; i < 8 << 20; i += 4096)
		many[i] = i >> 12;
	if (fork() == 0) {
		for (i = 0; i < 8 << 20; i += 8192)
			many[i] = 1;
		_exit(0);
	}
	wait(0);
	for (i = 0; i < 8 << 20 && many[i] == (char)(i >> 12); i += 4096)
		;
	check("copied on write", i == 8 << 20);
}

static void sockets(void)
{
	int pair[2], got = 0;
	char buffer[3000];
	check("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
	struct sockaddr_in here = { .sin_family = AF_INET, .sin_port = htons(7777) };
	here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int server = socket(AF_INET, SOCK_STREAM, 0), plain = socket(AF_INET, SOCK_DGRAM, 0);
	/* The loopback interface is down until somebody says so. */
	struct { char name[16]; short flags; char rest[14]; } up = { "lo", 0x41, "" };
	check("loopback is up", ioctl(plain, 0x8914, &up) == 0);
	int bound = bind(server, (struct sockaddr *)&here, sizeof here);
	check("bound", bound == 0 && listen(server, 5) == 0);
	if (fork() == 0) {
		int client = socket(AF_INET, SOCK_STREAM, 0);
		if (connect(client, (struct sockaddr *)&here, sizeof here) < 0)
			_exit(1);
		for (int i = 0; i < 100; i++) {
			memset(buffer, i, sizeof buffer);
			write(client, buffer, sizeof buffer);
		}
		_exit(0);
	}
	int peer = accept(server, 0, 0), poller = epoll_create1(0);
	struct epoll_event want = { .events = EPOLLIN }, came;
	epoll_ctl(poller, EPOLL_CTL_ADD, peer, &want);
	uint32_t sum = 1;
	for (;;) {
		if (epoll_wait(poller, &came, 1, 5000) != 1)
			break;
		ssize_t now = read(peer, buffer, sizeof buffer);
		if (now <= 0)
			break;
		for (ssize_t i = 0; i < now; i++)
			sum = sum * 31 + (unsigned char)buffer[i];
		got += now;
	}
	wait(0);
	printf("init: %d bytes by TCP, sum %08x\n", got, sum);
	check("300,000 bytes by TCP", got == 300000);
	bind(plain, (struct sockaddr *)&here, sizeof here);
	check("a datagram", sendto(plain, "hello", 5, 0, (struct sockaddr *)&here, sizeof here) == 5
	      && recv(plain, buffer, sizeof buffer, 0) == 5 && !memcmp(buffer, "hello", 5));
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "again")) {
		printf("init: a program says %s\n", argv[2]);
		return 7;
	}
	mkdir("/proc", 0755);
	mkdir("/sys", 0755);
	mkdir("/tmp", 0777);
	check("proc", mount("none", "/proc", "proc", 0, 0) == 0);
	check("sysfs", mount("none", "/sys", "sysfs", 0, 0) == 0);
	check("tmpfs", mount("none", "/tmp", "tmpfs", 0, 0) == 0);
	files();
	processes();
	sockets();
	fflush(stdout);
	int status;
	if (fork() == 0) {
		execl("/proc/self/exe", "init", "again", "hello", (char *)0);
		_exit(1);
	}
	wait(&status);
	check("a program", WEXITSTATUS(status) == 7);
	show("/proc/filesystems");
	show("/proc/devices");
	show("/proc/iomem");
	show("/proc/ioports");
	show("/proc/net/protocols");
	printf("init: %d passed, %d failed\n", passed, failed);
	fflush(stdout);
	sync();
	reboot(RB_AUTOBOOT);
	return 0;
}
