/*
 * What a program of the same pipeline needs to run as a 32-bit Linux process, linked with the C library: the end,
 * and the floating point helpers of the compiler (runtime.S has the rest). Not part of the kernel.
 */
        .macro  FUNCTION name
        .balign 16
        .globl  \name
        .type   \name, @function
\name:
        .endm

        .macro  END name
        .size   \name, . - \name
        .endm

        .text

/* corlib_panic(ECX reason): says why on standard error and aborts, as a failed assertion would */
FUNCTION corlib_panic
        andl    $-16, %esp              # the C library may use SSE
        subl    $16, %esp
        movl    %ecx, 8(%esp)
        movl    $panic_format, 4(%esp)
        movl    $2, (%esp)
        call    dprintf
        call    abort
END corlib_panic

        .section .rodata
panic_format:
        .string "panic: %s\n"
        .balign 4
two_to_the_64:
        .float  18446744073709551616.0
two_to_the_63:
        .float  9223372036854775808.0

        .text

/* ---- 64-bit integers and floating point: argument on the stack, taken off by the callee; the x87 does it exactly ---- */

/* int64 in EDX:EAX from a double, towards zero */
FUNCTION RhpDbl2Lng
        fldl    4(%esp)
1:      subl    $16, %esp
        fnstcw  (%esp)
        movzwl  (%esp), %eax
        orl     $0x0c00, %eax           # rounding control: truncate
        movw    %ax, 2(%esp)
        fldcw   2(%esp)
        fistpll 8(%esp)
        fldcw   (%esp)
        movl    8(%esp), %eax
        movl    12(%esp), %edx
        addl    $16, %esp
        ret     $8
END RhpDbl2Lng

/* uint64 from a double: the upper half of the range goes through the lower one */
FUNCTION RhpDbl2ULng
        fldl    4(%esp)
        fcoms   two_to_the_63
        fnstsw  %ax
        andb    $0x05, %ah              # C0: less, with C2: unordered
        cmpb    $0x01, %ah
        je      1b
        fsubs   two_to_the_63
        subl    $16, %esp
        fnstcw  (%esp)
        movzwl  (%esp), %eax
        orl     $0x0c00, %eax
        movw    %ax, 2(%esp)
        fldcw   2(%esp)
        fistpll 8(%esp)
        fldcw   (%esp)
        movl    8(%esp), %eax
        movl    12(%esp), %edx
        addl    $0x80000000, %edx
        addl    $16, %esp
        ret     $8
END RhpDbl2ULng

/* Results in ST(0), rounded to their type by way of memory: the x87 computes with more bits. */
FUNCTION RhpLng2Dbl
        fildll  4(%esp)
        fstpl   4(%esp)
        fldl    4(%esp)
        ret     $8
END RhpLng2Dbl

FUNCTION RhpLng2Flt
        fildll  4(%esp)
        fstps   4(%esp)
        flds    4(%esp)
        ret     $8
END RhpLng2Flt

FUNCTION RhpULng2Dbl
        fildll  4(%esp)
        testl   $0x80000000, 8(%esp)
        je      1f
        fadds   two_to_the_64
1:      fstpl   4(%esp)
        fldl    4(%esp)
        ret     $8
END RhpULng2Dbl

FUNCTION RhpULng2Flt
        fildll  4(%esp)
        testl   $0x80000000, 8(%esp)
        je      1f
        fadds   two_to_the_64
1:      fstps   4(%esp)
        flds    4(%esp)
        ret     $8
END RhpULng2Flt

/*
 * setjmp(ECX environment), sigsetjmp(ECX environment, EDX saves the mask), as glibc's longjmp wants it: EBX, ESI, EDI, EBP, ESP
 * of the caller and where it goes on, the last two under the thread's guard; then whether there is a signal mask, and the mask.
 */
        .set    JB_MASK_SAVED, 24
        .set    JB_MASK, 28
        .set    POINTER_GUARD, 0x18
        .set    SIG_BLOCK, 0

FUNCTION rt.setjmp
        xorl    %edx, %edx
        jmp     rt.sigsetjmp
END rt.setjmp

FUNCTION rt.sigsetjmp
        movl    %edx, JB_MASK_SAVED(%ecx)
        testl   %edx, %edx
        je      1f
        pushl   %ebp
        movl    %esp, %ebp
        pushl   %ecx
        subl    $12, %esp
        andl    $-16, %esp
        leal    JB_MASK(%ecx), %eax
        movl    $SIG_BLOCK, (%esp)      # nothing is blocked: a question
        movl    $0, 4(%esp)
        movl    %eax, 8(%esp)
        call    sigprocmask
        movl    -4(%ebp), %ecx
        leave
1:      movl    %ebx, (%ecx)
        movl    %esi, 4(%ecx)
        movl    %edi, 8(%ecx)
        movl    %ebp, 12(%ecx)
        leal    4(%esp), %eax
        xorl    %gs:POINTER_GUARD, %eax
        roll    $9, %eax
        movl    %eax, 16(%ecx)
        movl    (%esp), %eax
        xorl    %gs:POINTER_GUARD, %eax
        roll    $9, %eax
        movl    %eax, 20(%ecx)
        xorl    %eax, %eax
        ret
END rt.sigsetjmp

/* __builtin_setjmp(ECX buffer, EDX room): the buffer of five words is too small, its first one has the address of six words in the caller's frame. */
FUNCTION rt.builtin_setjmp
        movl    %edx, (%ecx)
        movl    %ebx, (%edx)
        movl    %esi, 4(%edx)
        movl    %edi, 8(%edx)
        movl    %ebp, 12(%edx)
        leal    4(%esp), %eax
        movl    %eax, 16(%edx)
        movl    (%esp), %eax
        movl    %eax, 20(%edx)
        xorl    %eax, %eax
        ret
END rt.builtin_setjmp

/* __builtin_longjmp(ECX buffer) */
FUNCTION rt.builtin_longjmp
        movl    (%ecx), %edx
        movl    (%edx), %ebx
        movl    4(%edx), %esi
        movl    8(%edx), %edi
        movl    12(%edx), %ebp
        movl    16(%edx), %esp
        movl    $1, %eax
        jmp     *20(%edx)
END rt.builtin_longjmp

/* ---- uint rt.casN(ECX place, EDX expected, stack desired): stores desired if *place is expected; gives what was there ---- */

FUNCTION rt.cas1
        pushl   %ebx
        movl    %edx, %eax
        movl    8(%esp), %ebx
        lock cmpxchgb %bl, (%ecx)
        popl    %ebx
        ret     $4
END rt.cas1

FUNCTION rt.cas2
        pushl   %ebx
        movl    %edx, %eax
        movl    8(%esp), %ebx
        lock cmpxchgw %bx, (%ecx)
        popl    %ebx
        ret     $4
END rt.cas2

FUNCTION rt.cas4
        pushl   %ebx
        movl    %edx, %eax
        movl    8(%esp), %ebx
        lock cmpxchgl %ebx, (%ecx)
        popl    %ebx
        ret     $4
END rt.cas4

/* ulong rt.cas8(ECX place, stack expected, desired): the last argument is the nearest */
FUNCTION rt.cas8
        pushl   %ebx
        pushl   %esi
        movl    %ecx, %esi
        movl    12(%esp), %ebx
        movl    16(%esp), %ecx
        movl    20(%esp), %eax
        movl    24(%esp), %edx
        lock cmpxchg8b (%esi)
        popl    %esi
        popl    %ebx
        ret     $16
END rt.cas8

/* ---- the frame of the caller, which is one that EBP points to ---- */

FUNCTION rt.frame_address
        movl    %ebp, %eax
        ret
END rt.frame_address

FUNCTION rt.return_address
        movl    4(%ebp), %eax
        ret
END rt.return_address

FUNCTION rt.frame_size
        movl    $4, %eax
        ret
END rt.frame_size

FUNCTION rt.rdtsc
        rdtsc
        ret
END rt.rdtsc

/* EAX = C's number for the rounding control: its bits say nearest, down, up, to zero in this order */
FUNCTION rt.flt_rounds
        pushl   %eax
        fnstcw  (%esp)
        popl    %ecx
        shrl    $10, %ecx
        andl    $3, %ecx
        shll    $3, %ecx
        movl    $0x00020301, %eax
        shrl    %cl, %eax
        movzbl  %al, %eax
        ret
END rt.flt_rounds

        .purgem FUNCTION
        .purgem END

        .section .note.GNU-stack, "", @progbits
