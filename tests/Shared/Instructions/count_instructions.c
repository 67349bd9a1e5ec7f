/*
 * A plugin for QEMU's user mode that counts instructions (QEMU manual, "TCG Plugins"): of the whole program, or of one function and what it calls, in all its calls.
 * Arguments: out=FILE, which gets the number, and function=NAME. The interface is declared here, since Debian has no package with qemu-plugin.h.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef uint64_t qemu_plugin_id_t;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
enum qemu_plugin_op { QEMU_PLUGIN_INLINE_ADD_U64 };
enum qemu_plugin_cb_flags { QEMU_PLUGIN_CB_NO_REGS };

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t, void (*)(qemu_plugin_id_t, struct qemu_plugin_tb *));
void qemu_plugin_register_vcpu_tb_exec_cb(struct qemu_plugin_tb *, void (*)(unsigned, void *), enum qemu_plugin_cb_flags, void *);
void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *, enum qemu_plugin_op, void *, uint64_t);
void qemu_plugin_register_atexit_cb(qemu_plugin_id_t, void (*)(qemu_plugin_id_t, void *), void *);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
uint64_t qemu_plugin_tb_vaddr(const struct qemu_plugin_tb *);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *);
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *);
const char *qemu_plugin_insn_symbol(const struct qemu_plugin_insn *);

int qemu_plugin_version = 1;

/* A block of instructions, as QEMU translates them: it ends with a jump, a call or a return. */
struct block {
	uint64_t start;
	uint64_t end;
	uint64_t count;
};

enum { BLOCKS = 1 << 16 };
static struct block blocks[BLOCKS];
static unsigned block_count;

static const char *out;
static const char *function;
static uint64_t function_start;
static uint64_t total;

/* While the function runs: where its caller goes on. */
static uint64_t return_to;
static uint64_t last_end;

static void executed(unsigned cpu, void *data)
{
	const struct block *block = data;

	(void)cpu;
	if (return_to == 0 && block->start == function_start)
		return_to = last_end;
	else if (return_to != 0 && block->start == return_to)
		return_to = 0;
	if (return_to != 0)
		total += block->count;
	last_end = block->end;
}

static void translated(qemu_plugin_id_t id, struct qemu_plugin_tb *tb)
{
	size_t count = qemu_plugin_tb_n_insns(tb);

	(void)id;
	if (function == NULL) {
		qemu_plugin_register_vcpu_tb_exec_inline(tb, QEMU_PLUGIN_INLINE_ADD_U64, &total, count);
		return;
	}
	if (block_count == BLOCKS) {
		out = NULL;	/* no number at all rather than a wrong one */
		return;
	}

	struct qemu_plugin_insn *last = qemu_plugin_tb_get_insn(tb, count - 1);
	const char *symbol = qemu_plugin_insn_symbol(qemu_plugin_tb_get_insn(tb, 0));
	struct block *block = &blocks[block_count++];

	block->start = qemu_plugin_tb_vaddr(tb);
	block->end = qemu_plugin_insn_vaddr(last) + qemu_plugin_insn_size(last);
	block->count = count;
	/* It is entered at its start: the first of its blocks that is translated. */
	if (function_start == 0 && symbol != NULL && strcmp(symbol, function) == 0)
		function_start = block->start;
	qemu_plugin_register_vcpu_tb_exec_cb(tb, executed, QEMU_PLUGIN_CB_NO_REGS, block);
}

static void ended(qemu_plugin_id_t id, void *data)
{
	FILE *file = out == NULL || (function != NULL && function_start == 0) ? NULL : fopen(out, "w");

	(void)id;
	(void)data;
	if (file != NULL) {
		fprintf(file, "%llu\n", (unsigned long long)total);
		fclose(file);
	}
}

int qemu_plugin_install(qemu_plugin_id_t id, const void *info, int count, char **arguments)
{
	(void)info;
	for (int i = 0; i < count; i++) {
		if (strncmp(arguments[i], "out=", 4) == 0)
			out = strdup(arguments[i] + 4);
		else if (strncmp(arguments[i], "function=", 9) == 0)
			function = strdup(arguments[i] + 9);
		else
			return -1;
	}
	qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
	qemu_plugin_register_atexit_cb(id, ended, NULL);
	return out == NULL;
}
