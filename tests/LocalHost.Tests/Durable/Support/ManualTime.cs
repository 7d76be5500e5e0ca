namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>Business time that moves only when a test moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public void MoveTo(DateTimeOffset moment)
    {
        lock (_gate)
            _now = moment;
    }
}
