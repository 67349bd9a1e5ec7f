/*
 * What the compiler expects to find outside of C#, and block operations for it: no SSE, no memory of its own.
 *
 * Managed convention: the first two arguments of at most 4 bytes come in ECX and EDX, the others on the stack, pushed
 * left to right (the last one is nearest to the return address); the callee takes them off; the result goes in EAX or
 * EDX:EAX; EBX, ESI, EDI, EBP are preserved. C convention: System V ABI for i386, "Function Calling Sequence".
 *
 * Entries are aligned: managed function pointers use bit 1 of the address as a mark.
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

/* ---- 64-bit integers: value in EDX:EAX, count in ECX, already reduced to 0..63 by the caller ---- */

FUNCTION RhpLLsh
        cmpl    $32, %ecx
        jae     1f
        shldl   %cl, %eax, %edx
        shll    %cl, %eax
        ret
1:      movl    %eax, %edx              # the low word becomes the high one; SHL counts modulo 32
        shll    %cl, %edx
        xorl    %eax, %eax
        ret
END RhpLLsh

FUNCTION RhpLRsh
        cmpl    $32, %ecx
        jae     1f
        shrdl   %cl, %edx, %eax
        sarl    %cl, %edx
        ret
1:      movl    %edx, %eax
        sarl    %cl, %eax
        sarl    $31, %edx               # nothing but copies of the sign remain above
        ret
END RhpLRsh

FUNCTION RhpLRsz
        cmpl    $32, %ecx
        jae     1f
        shrdl   %cl, %edx, %eax
        shrl    %cl, %edx
        ret
1:      movl    %edx, %eax
        shrl    %cl, %eax
        xorl    %edx, %edx
        ret
END RhpLRsz

/*
 * Product of two 64-bit values on the stack, a at 12(%esp) and b at 4(%esp), modulo 2^64: the product of the high words
 * falls out, the mixed products count for the high word only.
 */
FUNCTION RhpLMul
        movl    16(%esp), %ecx          # a, high word
        imull   4(%esp), %ecx
        movl    8(%esp), %edx           # b, high word
        imull   12(%esp), %edx
        addl    %edx, %ecx
        movl    12(%esp), %eax
        mull    4(%esp)
        addl    %ecx, %edx
        ret     $16
END RhpLMul

/* ---- The frame around managed code: there is no collector and there are no exceptions, so nothing to record ---- */

/*
 * Called on entry to functions with frames of a page and more; EAX is what ESP will be. Stacks here are mapped in
 * whole, so no page has to be touched in order. All registers are kept.
 */
FUNCTION RhpStackProbe
        ret
END RhpStackProbe

FUNCTION RhpReversePInvoke
        ret
END RhpReversePInvoke

FUNCTION RhpReversePInvokeReturn
        ret
END RhpReversePInvokeReturn

/* Only called while _RhpTrapThreads is not zero, which never happens. */
FUNCTION RhpGcPoll
        ret
END RhpGcPoll

/* A call that the compiler cannot look into: all memory may have changed. */
FUNCTION rt.barrier
        ret
END rt.barrier

/* The place that C said is never reached. */
FUNCTION rt.trap
        ud2
END rt.trap

        .section .rodata
        .balign 4
        .globl  _RhpTrapThreads         # looked at after every call to C
_RhpTrapThreads:
        .long   0

        .globl  rt.nought               # a zero that the compiler does not know
rt.nought:
        .long   0

/*
 * The guard value between a function's buffers and its return address. A constant finds overruns by mistake; it does
 * not stop an attacker, who can read the image.
 */
        .globl  ___security_cookie
___security_cookie:
        .long   0xa5f00d17

        .text

/* ---- Blocks. The direction flag is clear on entry and on exit (both conventions) ---- */

/* void rt.memcpy(ECX destination, EDX source, stack size): the areas do not overlap, or are the same */
FUNCTION rt.memcpy
        pushl   %edi
        pushl   %esi
        movl    %ecx, %edi
        movl    %edx, %esi
        movl    12(%esp), %edx
        movl    %edx, %ecx
        shrl    $2, %ecx
        rep movsl
        movl    %edx, %ecx
        andl    $3, %ecx
        rep movsb
        popl    %esi
        popl    %edi
        ret     $4
END rt.memcpy

/* void rt.memmove(ECX destination, EDX source, stack size): the areas may overlap */
FUNCTION rt.memmove
        movl    %ecx, %eax
        subl    %edx, %eax
        cmpl    4(%esp), %eax           # destination - source, unsigned: less than the size only if it lies inside
        jae     rt.memcpy
        pushl   %edi
        pushl   %esi
        movl    12(%esp), %eax
        leal    -1(%ecx,%eax), %edi
        leal    -1(%edx,%eax), %esi
        movl    %eax, %ecx
        std
        rep movsb
        cld
        popl    %esi
        popl    %edi
        ret     $4
END rt.memmove

/* void rt.memset(ECX destination, EDX value, stack size) */
FUNCTION rt.memset
        pushl   %edi
        movl    %ecx, %edi
        movzbl  %dl, %eax
        imull   $0x01010101, %eax, %eax # the byte in all four places
        movl    8(%esp), %edx
        movl    %edx, %ecx
        shrl    $2, %ecx
        rep stosl
        movl    %edx, %ecx
        andl    $3, %ecx
        rep stosb
        popl    %edi
        ret     $4
END rt.memset

/*
 * The same for C and assembler, under C's names. Weak: a kernel that brings its own keeps its own; a hosted program has
 * those of the C library.
 */
        .ifndef PORT_HOSTED
        .macro  C_BLOCK name, managed
        .balign 16
        .weak   \name
        .type   \name, @function
\name:
        pushl   12(%esp)
        movl    8(%esp), %ecx
        movl    12(%esp), %edx
        call    \managed
        movl    4(%esp), %eax           # C returns the destination
        ret
        .size   \name, . - \name
        .endm

C_BLOCK memcpy, rt.memcpy
C_BLOCK memmove, rt.memmove
C_BLOCK memset, rt.memset
        .endif

/* void *rt.symbol(ECX address): the address */
FUNCTION rt.symbol
        movl    %ecx, %eax
        ret
END rt.symbol

        .purgem FUNCTION
        .purgem END

        .section .note.GNU-stack, "", @progbits
