namespace NtmServerless.Pages.Classes;

/// <summary>Which stages a list is asked for: a single one by its name, or one of the groups that the progress page counts.</summary>
public static class StageGroups
{
    /// <summary>Put into the year and not called off.</summary>
    public const string InTheYear = "da-lap";

    /// <summary>Somebody came; whether its report was approved or not.</summary>
    public const string Held = "da-to-chuc";

    /// <summary>Its hours are over, and nothing says that anybody came.</summary>
    public const string Unconfirmed = "chua-xac-nhan";

    /// <summary>Whether a class is meant; null: every one is, also where nothing is understood.</summary>
    public static Func<TrainingClass, bool>? Of(string? asked) => asked switch
    {
        InTheYear => c => c.Stage != ClassStage.Cancelled,
        Held => HoldingFacts.IsHeld,
        Unconfirmed => HoldingFacts.IsUnconfirmed,
        _ => Enum.TryParse(asked, ignoreCase: true, out ClassStage stage) && Enum.IsDefined(stage) ? c => c.Stage == stage : null,
    };
}
