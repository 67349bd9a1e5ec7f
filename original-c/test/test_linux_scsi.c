/*
 *	test_linux_scsi.c: what becomes of SCSI commands that do not go well, by
 *	a host that answers as it is told.
 */
#include <test/ktest.h>
#include <test/suites_linux.h>

#include <linux/types.h>
#include <linux/string.h>
#include <linux/sched.h>
#include <linux/src/drivers/scsi/hosts.h>
#include <asm/system.h>

/* What the host does with the next command. */
enum answer { WELL, CHECK, SENSE, IS_BUSY, NOBODY, SILENCE };

#define STEPS		8
#define SHORT_TIME	5		/* ticks */

static const enum answer *script;
static unsigned char sent[STEPS];	/* commands, by their first bytes */
static int steps;
static unsigned char sense_key;
static int abort_answer, reset_answer;
static int aborts, resets;
static Scsi_Cmnd *silent;		/* the one that got no answer */
static void (*silent_done)(Scsi_Cmnd *);

static int
fake_queuecommand(Scsi_Cmnd *cmd, void (*done)(Scsi_Cmnd *))
{
	enum answer answer = steps < STEPS ? script[steps] : WELL;

	if (steps < STEPS)
		sent[steps++] = cmd->cmnd[0];
	cmd->result = 0;
	switch (answer) {
	case WELL:
		break;
	case CHECK:
		cmd->result = CHECK_CONDITION << 1;
		break;
	case SENSE:
		((unsigned char *) cmd->request_buffer)[2] = sense_key;
		break;
	case IS_BUSY:
		cmd->result = BUSY << 1;
		break;
	case NOBODY:
		cmd->result = DID_NO_CONNECT << 16;
		break;
	case SILENCE:
		silent = cmd;
		silent_done = done;
		return 0;
	}
	done(cmd);
	return 0;
}

static void
answer_silent(int host_code)
{
	Scsi_Cmnd *cmd = silent;

	silent = NULL;
	cmd->result = host_code << 16;
	silent_done(cmd);
}

static int
fake_abort(Scsi_Cmnd *cmd)
{
	aborts++;
	if (abort_answer == SCSI_ABORT_SUCCESS)
		answer_silent(DID_ABORT);
	return abort_answer;
}

static int
fake_reset(Scsi_Cmnd *cmd, unsigned int flags)
{
	resets++;
	if (reset_answer == SCSI_RESET_SUCCESS)
		answer_silent(DID_RESET);
	return reset_answer;
}

static Scsi_Host_Template fake_template = {
	.name = "fake",
	.queuecommand = fake_queuecommand,
	.abort = fake_abort,
	.reset = fake_reset,
	.can_queue = 1,
	.this_id = 7,
};

static struct Scsi_Host *host;
static Scsi_Device device;

static void
begin(const enum answer *answers)
{
	script = answers;
	steps = aborts = resets = 0;
	abort_answer = SCSI_ABORT_BUSY;
	reset_answer = SCSI_RESET_PUNT;
	memset(sent, 0xff, sizeof sent);
	host = scsi_register(&fake_template, 0);
	KTEST_EXPECT(host != NULL);
	memset(&device, 0, sizeof device);
	device.host = host;
}

/*
 *	Send a command that the script answers.  Returns its result.
 */
static int
command(int retries)
{
	static const unsigned char test_unit_ready[12];
	static Scsi_Cmnd cmd;

	memset(&cmd, 0, sizeof cmd);
	init_timer(&cmd.timer);
	cmd.device = &device;
	return scsi_wait_cmd(&cmd, test_unit_ready, NULL, 0, SHORT_TIME,
			     retries);
}

static void
answers(void)
{
	static const enum answer well[STEPS] = { WELL };
	static const enum answer nobody[STEPS] = { NOBODY };
	static const enum answer busy[STEPS] = { IS_BUSY, IS_BUSY, WELL };
	static const enum answer too_busy[STEPS] = { IS_BUSY, IS_BUSY };

	begin(well);
	KTEST_EXPECT_EQ(command(3), 0);
	KTEST_EXPECT_EQ(steps, 1);
	scsi_unregister(host);

	begin(nobody);
	KTEST_EXPECT_EQ(host_byte(command(3)), DID_NO_CONNECT);
	KTEST_EXPECT_EQ(steps, 1);
	scsi_unregister(host);

	begin(busy);
	KTEST_EXPECT_EQ(command(3), 0);
	KTEST_EXPECT_EQ(steps, 3);
	scsi_unregister(host);

	begin(too_busy);
	KTEST_EXPECT(command(1) != 0);
	KTEST_EXPECT_EQ(steps, 2);
	scsi_unregister(host);
}

/*
 *	A device that has failed is asked why; what goes away is tried again.
 */
static void
sense(void)
{
	static const enum answer once[STEPS] = { CHECK, SENSE, WELL };
	static const enum answer for_ever[STEPS] = { CHECK, SENSE };
	int result;

	begin(once);
	sense_key = UNIT_ATTENTION;
	KTEST_EXPECT_EQ(command(3), 0);
	KTEST_EXPECT_EQ(steps, 3);
	KTEST_EXPECT_EQ(sent[0], TEST_UNIT_READY);
	KTEST_EXPECT_EQ(sent[1], REQUEST_SENSE);
	KTEST_EXPECT_EQ(sent[2], TEST_UNIT_READY);
	scsi_unregister(host);

	begin(for_ever);
	sense_key = MEDIUM_ERROR;
	result = command(3);
	KTEST_EXPECT_EQ(steps, 2);
	KTEST_EXPECT(driver_byte(result) & DRIVER_SENSE);
	KTEST_EXPECT_EQ(status_byte(result), CHECK_CONDITION);
	scsi_unregister(host);

	begin(for_ever);
	sense_key = RECOVERED_ERROR;
	KTEST_EXPECT_EQ(command(3), 0);
	scsi_unregister(host);
}

/*
 *	A command without an answer is aborted; a host that cannot do that is
 *	reset; and one that cannot do anything is given up.
 */
static void
silence(void)
{
	static const enum answer once[STEPS] = { SILENCE, WELL };

	begin(once);
	abort_answer = SCSI_ABORT_SUCCESS;
	KTEST_EXPECT_EQ(host_byte(command(3)), DID_ABORT);
	KTEST_EXPECT_EQ(aborts, 1);
	KTEST_EXPECT_EQ(resets, 0);
	scsi_unregister(host);

	begin(once);
	reset_answer = SCSI_RESET_SUCCESS;
	KTEST_EXPECT_EQ(command(3), 0);
	KTEST_EXPECT_EQ(aborts, 1);
	KTEST_EXPECT_EQ(resets, 1);
	KTEST_EXPECT_EQ(steps, 2);
	scsi_unregister(host);

	begin(once);
	KTEST_EXPECT_EQ(host_byte(command(0)), DID_TIME_OUT);
	KTEST_EXPECT_EQ(aborts, 1);
	KTEST_EXPECT_EQ(resets, 1);
	silent = NULL;
	scsi_unregister(host);
}

static int finished;

static void
count_done(Scsi_Cmnd *cmd)
{
	finished++;
}

/*
 *	A host gets no more commands at a time than it can have.
 */
static void
one_at_a_time(void)
{
	static const enum answer first_waits[STEPS] = { SILENCE, WELL };
	static const unsigned char test_unit_ready[12];
	static Scsi_Cmnd cmd[2];
	int n;

	begin(first_waits);
	finished = 0;
	memset(cmd, 0, sizeof cmd);
	for (n = 0; n < 2; n++) {
		init_timer(&cmd[n].timer);
		cmd[n].device = &device;
		scsi_do_cmd(&cmd[n], test_unit_ready, NULL, 0, count_done,
			    100 * SHORT_TIME, 0);
	}
	KTEST_EXPECT_EQ(steps, 1);
	KTEST_EXPECT_EQ(finished, 0);
	answer_silent(DID_OK);
	KTEST_EXPECT_EQ(steps, 2);
	KTEST_EXPECT_EQ(finished, 2);
	KTEST_EXPECT_EQ(host->host_busy, 0);
	scsi_unregister(host);
}

static const struct ktest_case cases[] = {
	{ "answers", answers },
	{ "sense", sense },
	{ "silence", silence },
	{ "one_at_a_time", one_at_a_time },
};

const struct ktest_suite linux_scsi_commands_suite =
	KTEST_SUITE("linux_scsi_commands", cases);
