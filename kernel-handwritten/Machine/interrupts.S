/*
 * The interrupt flag for C#. Managed convention: the first argument comes in ECX, the result goes in EAX.
 * The entries are aligned to 4 bytes because managed function pointers use bit 1 as a mark.
 */
        .text

        .balign 16
        .globl  interrupts.save
        .type   interrupts.save, @function
interrupts.save:
        pushfl
        cli
        popl    %eax
        ret
        .size   interrupts.save, . - interrupts.save

        .balign 16
        .globl  interrupts.restore
        .type   interrupts.restore, @function
interrupts.restore:
        pushl   %ecx
        popfl
        ret
        .size   interrupts.restore, . - interrupts.restore

        .balign 16
        .globl  interrupts.flags
        .type   interrupts.flags, @function
interrupts.flags:
        pushfl
        popl    %eax
        ret
        .size   interrupts.flags, . - interrupts.flags

        .balign 16
        .globl  interrupts.enable
        .type   interrupts.enable, @function
interrupts.enable:
        sti
        ret
        .size   interrupts.enable, . - interrupts.enable

        .balign 16
        .globl  interrupts.fault_address
        .type   interrupts.fault_address, @function
interrupts.fault_address:
        movl    %cr2, %eax
        ret
        .size   interrupts.fault_address, . - interrupts.fault_address

        .balign 16
        .globl  interrupts.stop
        .type   interrupts.stop, @function
interrupts.stop:
        cli
        hlt
        jmp     interrupts.stop
        .size   interrupts.stop, . - interrupts.stop

        .section .note.GNU-stack, "", @progbits
