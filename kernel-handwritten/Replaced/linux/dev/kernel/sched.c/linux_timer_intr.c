void
linux_timer_intr(void)
{
	jiffies++;
	if (timer_head.next != &timer_head
	    && !tick_before(jiffies, timer_head.next->expires))
		mark_bh(TIMER_BH);
	if (tq_timer != NULL)
		mark_bh(TQUEUE_BH);
	if (intr_count == 0)
		do_bottom_half();
}
