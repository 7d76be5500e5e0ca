namespace NtmServerless.Functions.DaysOff;

/// <summary>What follows from a day off.</summary>
public sealed record DaysOffSettings(bool? WarnsOfWeekends, bool? MovesDeadlines);

/// <summary>Corrects the days off.</summary>
public sealed class DaysOffActs(DaysOffStore store, AuditTrail audit, TimeProvider time)
{
    public async Task SetAsync(Ask<DayForm> ask)
    {
        DateTimeOffset now = time.GetUtcNow();
        await store.ChangeAsync(office => office.Set(ask.Form, ask.Caller.Name, now), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "day-off-set", $"{ask.Form.Day:yyyy-MM-dd}", 1, ask.Cancellation);
    }

    public async Task ChooseAsync(Ask<DaysOffSettings> ask)
    {
        await store.ChangeAsync(office => office.Choose(ask.Form.WarnsOfWeekends == true, ask.Form.MovesDeadlines == true), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "days-off-chosen", ask.Caller.UnitId, 1, ask.Cancellation);
    }
}
