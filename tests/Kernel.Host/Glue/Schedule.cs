using Mach;

namespace Kernel.Host.Glue;

/// <summary>Something that no schedule may come to.</summary>
internal sealed class ScheduleFailure(string message) : Exception(message);

/// <summary>
/// One execution of a few threads and some interrupts on one processor, as the kernel has them: threads run until they
/// block, interrupts come between any two points at which they are on. Each decision, whether one comes and who runs
/// next, is a choice; the choices made are a path, and running it again makes them again.
///
/// <para>Points are where interrupts are turned on, where they are about to be turned off, and each call of the kernel's
/// scheduling and printing. Between two points the glue looks at no shared variable with interrupts on, but for the
/// ones that it looks at again with interrupts off; what is done with interrupts off is one step. A place for an
/// interrupt between two points would be the same as the first of them.</para>
/// </summary>
internal sealed unsafe class Schedule : IScheduler, IDisposable
{
    // Points of one execution, far more than one that ends has; and how long one may take that comes to no point any
    // more.
    private const int MaxPoints = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<SimulatedThread> _threads = [];
    private readonly List<Action> _interrupts = [];
    private readonly SemaphoreSlim _end = new(0);
    private readonly List<int> _path;
    private readonly List<int> _counts = [];
    private SimulatedThread? _running;
    private Exception? _failure;
    private int _nextInterrupt;
    private int _points;
    private bool _isStuck;

    /// <summary>With the choices of a path first, and the first alternative at each one after it.</summary>
    public Schedule(List<int> path)
    {
        _path = path;
        Scheduler = this;
    }

    /// <summary>Whether time had to go on for somebody to be woken: his wakeup came from the clock.</summary>
    public int TimedOut { get; private set; }

    /// <summary>Looked at when nothing can happen any more.</summary>
    public Action AtRest { get; set; } = () => { };

    /// <summary>Threads that have not ended.</summary>
    public IEnumerable<string> Unfinished => _threads.Where(t => !t.HasEnded && !t.IsDaemon).Select(t => t.Name);

    public void AddThread(string name, Action run, bool privileged = false, bool daemon = false) =>
        _threads.Add(new SimulatedThread(this, name, run, _threads.Count, privileged, daemon));

    /// <summary>An interrupt, at whatever point; they come in this order.</summary>
    public void AddInterrupt(Action handler) => _interrupts.Add(handler);

    /// <summary>Run to the end; the path of the next execution, or null after the last.</summary>
    public List<int>? Run()
    {
        _running = _threads[Choose(_threads.Count)];
        Switch(null);
        if (!_end.Wait(Patience))
        {
            _isStuck = true;
            throw new ScheduleFailure($"it runs for ever with interrupts off; choices {string.Join(' ', _path)}");
        }
        foreach (SimulatedThread thread in _threads)
            thread.Cancel();
        if (_failure != null)
            throw new ScheduleFailure($"{_failure.Message}; choices {string.Join(' ', _path)}");
        return Next();
    }

    public void Dispose()
    {
        if (_isStuck)
            return; // nothing ends the thread that is
        foreach (SimulatedThread thread in _threads)
            thread.Join();
        _end.Dispose();
    }

    /// <summary>End the wait of a thread, as thread_abort does: whoever would have woken it is not told.</summary>
    public void EndWait(string name)
    {
        foreach (SimulatedThread thread in _threads.Where(t => t.Name == name && t.IsWaiting))
            thread.Wake();
    }

    public void Point()
    {
        if (++_points > MaxPoints)
            throw new ScheduleFailure("it goes on for ever");
        while (intr_count == 0 && _nextInterrupt < _interrupts.Count && Choose(2) != 0)
            Interrupt();
    }

    public void AssertWait(nint @event)
    {
        _running!.Event = @event;
        _running.IsWaiting = true;
    }

    public void SetTimeout(int ticks) => _running!.Deadline = jiffies + (uint)ticks;

    public bool Wakeup(nint @event, bool one)
    {
        bool any = false;
        foreach (SimulatedThread thread in _threads.Where(t => t.IsWaiting && t.Event == @event).OrderBy(t => t.Since))
        {
            thread.Wake();
            any = true;
            if (one)
                break;
        }
        Point();
        return any;
    }

    public void Block()
    {
        SimulatedThread self = _running!;
        self.Since = ++_clock;
        Point();
        Reschedule(self);
    }

    // As printf reads them: one after the other, and anything may come in between.
    public void Print(sbyte* format, nuint* arguments)
    {
        nuint* seen = stackalloc nuint[3];
        for (int i = 0; i < 3; i++)
            seen[i] = arguments[i];
        for (int i = 0; i < 3; i++)
        {
            Point();
            if (arguments[i] != seen[i])
                throw new ScheduleFailure("a report is overwritten while it is printed");
        }
    }

    private int _clock;

    private void Interrupt()
    {
        Action handler = _interrupts[_nextInterrupt++];
        intr_count++;
        // Handlers run with interrupts on or off (SA_INTERRUPT); what they owe is delivered by them or later.
        uint flags = Interrupts.SaveAndDisable();
        if (Choose(2) != 0)
            Interrupts.Restore(flags);
        handler();
        Interrupts.Restore(flags);
        intr_count--;
    }

    // Somebody who can run, or what happens when nobody can: an interrupt, the clock, the end.
    private void Reschedule(SimulatedThread? self)
    {
        while (true)
        {
            List<SimulatedThread> ready = [.. _threads.Where(t => !t.HasEnded && !t.IsWaiting)];
            if (ready.Count != 0)
            {
                _running = ready[Choose(ready.Count)];
                Switch(self);
                return;
            }
            if (_nextInterrupt < _interrupts.Count)
            {
                Interrupt();
                VmWakeups.DeliverAtTick();
                continue;
            }
            if (VmWakeups.Pending)
            {
                VmWakeups.DeliverAtTick();
                continue;
            }
            SimulatedThread? sleeper = _threads.Where(t => t.IsWaiting && t.Deadline != 0).MinBy(t => t.Deadline);
            if (sleeper == null)
                break;
            TimedOut++;
            jiffies = sleeper.Deadline;
            sleeper.Wake();
        }
        Guard(AtRest);
        _end.Release();
        self?.Park();
    }

    private void Switch(SimulatedThread? from)
    {
        if (_running == from)
            return;
        active_threads[0] = _running!.Structure;
        _running.Resume();
        from?.Park();
    }

    private int Choose(int count)
    {
        if (count == 1)
            return 0;
        int depth = _counts.Count;
        _counts.Add(count);
        if (depth == _path.Count)
            _path.Add(0);
        return _path[depth];
    }

    // The last choice that has an alternative left takes it.
    private List<int>? Next()
    {
        for (int depth = _counts.Count - 1; depth >= 0; depth--)
            if (_path[depth] + 1 < _counts[depth])
                return [.. _path.Take(depth), _path[depth] + 1];
        return null;
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is ScheduleFailure or Xunit.Sdk.XunitException)
        {
            _failure ??= e;
        }
    }

    private sealed class SimulatedThread
    {
        private readonly SemaphoreSlim _turn = new(0);
        private readonly Thread _thread;
        private readonly Schedule _schedule;
        private bool _isCancelled;

        public SimulatedThread(Schedule schedule, string name, Action run, int number, bool privileged, bool daemon)
        {
            _schedule = schedule;
            Name = name;
            IsDaemon = daemon;
            Structure = (thread*)System.Runtime.InteropServices.NativeMemory.AllocZeroed((nuint)sizeof(thread));
            Structure->vm_privilege = privileged ? 1 : 0;
            Structure->Number = number;
            _thread = new Thread(() => Main(run)) { IsBackground = true };
            _thread.Start();
        }

        public string Name { get; }
        public bool IsDaemon { get; }
        public thread* Structure { get; }
        public bool HasEnded { get; private set; }
        public bool IsWaiting { get; set; }
        public nint Event { get; set; }
        public uint Deadline { get; set; }
        public int Since { get; set; }

        public void Wake()
        {
            IsWaiting = false;
            Event = 0;
            Deadline = 0;
        }

        public void Resume() => _turn.Release();

        public void Park()
        {
            _turn.Wait();
            if (_isCancelled)
                throw new OperationCanceledException();
        }

        public void Cancel()
        {
            _isCancelled = true;
            _turn.Release();
        }

        public void Join()
        {
            _thread.Join();
            System.Runtime.InteropServices.NativeMemory.Free(Structure);
            _turn.Dispose();
        }

        private void Main(Action run)
        {
            try
            {
                Park();
                run();
                HasEnded = true;
                _schedule.Reschedule(null);
            }
            catch (OperationCanceledException) { }
            catch (Exception e)
            {
                _schedule._failure ??= e;
                _schedule._end.Release();
            }
        }
    }
}
