# Entries and inline assembly of test/test_linux_scsi.c. Written by port.
	.text

	.p2align 4
	.globl test_test_linux_scsi.fake_queuecommand
	.type test_test_linux_scsi.fake_queuecommand, @function
test_test_linux_scsi.fake_queuecommand:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	test_test_linux_scsi.fake_queuecommand.m
	.size test_test_linux_scsi.fake_queuecommand, . - test_test_linux_scsi.fake_queuecommand

	.p2align 4
	.globl test_test_linux_scsi.fake_abort
	.type test_test_linux_scsi.fake_abort, @function
test_test_linux_scsi.fake_abort:
	movl	4(%esp), %ecx
	jmp	test_test_linux_scsi.fake_abort.m
	.size test_test_linux_scsi.fake_abort, . - test_test_linux_scsi.fake_abort

	.p2align 4
	.globl test_test_linux_scsi.fake_reset
	.type test_test_linux_scsi.fake_reset, @function
test_test_linux_scsi.fake_reset:
	movl	4(%esp), %ecx
	movl	8(%esp), %edx
	jmp	test_test_linux_scsi.fake_reset.m
	.size test_test_linux_scsi.fake_reset, . - test_test_linux_scsi.fake_reset

	.p2align 4
	.globl test_test_linux_scsi.answers
	.type test_test_linux_scsi.answers, @function
test_test_linux_scsi.answers:
	jmp	test_test_linux_scsi.answers.m
	.size test_test_linux_scsi.answers, . - test_test_linux_scsi.answers

	.p2align 4
	.globl test_test_linux_scsi.sense
	.type test_test_linux_scsi.sense, @function
test_test_linux_scsi.sense:
	jmp	test_test_linux_scsi.sense.m
	.size test_test_linux_scsi.sense, . - test_test_linux_scsi.sense

	.p2align 4
	.globl test_test_linux_scsi.silence
	.type test_test_linux_scsi.silence, @function
test_test_linux_scsi.silence:
	jmp	test_test_linux_scsi.silence.m
	.size test_test_linux_scsi.silence, . - test_test_linux_scsi.silence

	.p2align 4
	.globl test_test_linux_scsi.count_done
	.type test_test_linux_scsi.count_done, @function
test_test_linux_scsi.count_done:
	movl	4(%esp), %ecx
	jmp	test_test_linux_scsi.count_done.m
	.size test_test_linux_scsi.count_done, . - test_test_linux_scsi.count_done

	.p2align 4
	.globl test_test_linux_scsi.one_at_a_time
	.type test_test_linux_scsi.one_at_a_time, @function
test_test_linux_scsi.one_at_a_time:
	jmp	test_test_linux_scsi.one_at_a_time.m
	.size test_test_linux_scsi.one_at_a_time, . - test_test_linux_scsi.one_at_a_time
	.section .note.GNU-stack,"",@progbits
