namespace NtmServerless.Pages.Classes;

/// <summary>Which stages a list is asked for: a single one by its name, or one of the groups that the progress page counts.</summary>
public static class StageGroups
{
    /// <summary>Put into the year and not called off.</summary>
    public const string InTheYear = "da-lap";

    /// <summary>Held, whether its report was approved or not.</summary>
    public const string Held = "da-to-chuc";

    /// <summary>The stages that are meant; null: all, also where nothing is understood.</summary>
    public static IReadOnlyList<ClassStage>? Of(string? asked) => asked switch
    {
        InTheYear => [.. Enum.GetValues<ClassStage>().Where(s => s != ClassStage.Cancelled)],
        Held => [ClassStage.Reporting, ClassStage.Closed],
        _ => Enum.TryParse(asked, ignoreCase: true, out ClassStage stage) && Enum.IsDefined(stage) ? [stage] : null,
    };
}
