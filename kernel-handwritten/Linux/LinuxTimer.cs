namespace Mach;

/// <summary>
/// The drivers' tick: linux_timer_intr of linux/dev/kernel/sched.c. It also delivers the wakeups that allocations of
/// drivers owe: a driver that allocates with interrupts off and then not again would leave the pageout daemon asleep.
/// </summary>
internal static unsafe partial class sched_c
{
    /// <summary>One tick. Mach's clock interrupt calls it, and during autoconfiguration the glue's own.</summary>
    [Replaces("linux/dev/kernel/sched.c", "linux_timer_intr", "81abe5809ab004e8")]
    internal static void linux_timer_intr()
    {
        jiffies++;

        // Ticks wrap around: which one is earlier is the sign of their difference.
        timer_list* head = addr_timer_head;
        if (head->next != head && (int)(jiffies - head->next->expires) >= 0)
            mark_bh(TIMER_BH);
        if (tq_timer != null || tq_scheduler != null)
            mark_bh(TQUEUE_BH);
        if (intr_count == 0)
            do_bottom_half();

        VmWakeups.DeliverAtTick();
    }
}
