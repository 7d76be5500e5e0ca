namespace NtmServerless.LocalHost.Durable;

/// <summary>Business time as the engine sees it: never before a moment at which it was told to fire.</summary>
internal sealed class EngineTime(TimeProvider time)
{
    private long _firedTicks;

    public DateTimeOffset Now
    {
        get
        {
            DateTimeOffset fired = new(Interlocked.Read(ref _firedTicks), TimeSpan.Zero);
            DateTimeOffset now = time.GetUtcNow();
            return now > fired ? now : fired;
        }
    }

    public void Fire(DateTimeOffset moment)
    {
        long before = Interlocked.Read(ref _firedTicks);
        while (before < moment.UtcTicks)
        {
            long seen = Interlocked.CompareExchange(ref _firedTicks, moment.UtcTicks, before);
            before = seen == before ? moment.UtcTicks : seen;
        }
    }
}
