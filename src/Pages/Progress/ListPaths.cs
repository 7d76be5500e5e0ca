namespace NtmServerless.Pages.Progress;

/// <summary>Addresses of the lists behind the figures of a plan.</summary>
/// <param name="PlanId">The plan that the page was asked for; null: the current one, which needs no saying.</param>
public sealed record ListPaths(PlanId? PlanId)
{
    /// <summary>Classes whose figures are fixed.</summary>
    public const string Closed = nameof(ClassStage.Closed);

    /// <param name="stages">A stage, or a group of <see cref="StageGroups"/>.</param>
    /// <param name="count">The number that the figure adds up; null: classes.</param>
    /// <param name="approvedIn">The quarter in which their reports were approved.</param>
    public string Classes(
        string stages, string? streamId = null, string? communeId = null, int? quarter = null, string? leadUnitId = null, ClassCount? count = null,
            int? approvedIn = null) => Path(
        ClassPaths.List,
        (ClassFilter.OfStage, stages), (ClassFilter.OfStream, streamId), (ClassFilter.OfLead, leadUnitId), (ClassFilter.OfHost, communeId),
        (ClassFilter.OfQuarter, Number(quarter)), (ClassFilter.OfApproved, Number(approvedIn)), (ClassCount.Field, count?.Name));

    public string Communication(ReportingPeriod period, CommunicationChannel? channel) => Path(
        CommunicationPaths.List, ("ky", period.Id), ("kenh", channel is { } c ? Wire(c) : null));

    /// <summary>All communication work of a plan, what came after its last month included.</summary>
    public string AllCommunication(Plan plan, CommunicationChannel? channel) => Path(
        CommunicationPaths.List, ("tu", Day(ReportingPeriods.Of(plan).YearOf(plan.Year).From)), ("den", Day(ReportingPeriods.Of(plan).RestOf(plan.Year).To)),
        ("kenh", channel is { } c ? Wire(c) : null));

    public string Tours => Path(TourPaths.List);

    /// <summary>Classes that units declared.</summary>
    public string Declared => Path(DeclarationPaths.List);

    /// <summary>The file of one table of the progress page.</summary>
    public string File(string table) => Path(ProgressPaths.Export, ("bang", table));

    private string Path(string path, params (string Name, string? Value)[] query)
    {
        string asked = string.Join('&', query.Append(("ke-hoach", PlanId?.Value)).Where(q => q.Item2 is not null).Select(q =>
            $"{q.Item1}={Uri.EscapeDataString(q.Item2!)}"));
        return asked.Length == 0 ? path : $"{path}?{asked}";
    }

    private static string? Number(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    private static string Wire(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
