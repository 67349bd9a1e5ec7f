#define BOOT_MAGIC	0x1badb002
#define BOOT_FLAGS	0
#define STACK_SIZE	16384
