namespace NtmServerless.Pages.Classes;

/// <summary>What a class means for whoever looks at the list: the order in which it shows them.</summary>
public enum ClassGroup
{
    /// <summary>It waits for the officer, now or soon.</summary>
    Needs,

    /// <summary>It is held, or reported about.</summary>
    GoingOn,
    Open,
    Later,
    Over,
}

/// <summary>A class in the list.</summary>
/// <param name="Next">What waits for the officer first; null: nothing.</param>
public sealed record ClassLine(TrainingClass Class, ClassGroup Group, AgendaItem? Next)
{
    // What is due later than this does not press yet.
    private static readonly TimeSpan Soon = TimeSpan.FromDays(10);

    public static ClassLine Of(Caller caller, Plan plan, TrainingClass c, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(c);
        AgendaItem? next = OfficerAgenda.OfClass(caller, plan, c, now) is [var first, ..] ? first : null;
        return new ClassLine(c, next is not null && next.Due < now + Soon ? ClassGroup.Needs : GroupOf(c.Stage), next);
    }

    private static ClassGroup GroupOf(ClassStage stage) => stage switch
    {
        ClassStage.Holding or ClassStage.Reporting => ClassGroup.GoingOn,
        ClassStage.Registering => ClassGroup.Open,
        _ when stage.IsOver() => ClassGroup.Over,
        _ => ClassGroup.Later,
    };
}
