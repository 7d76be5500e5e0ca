using NtmServerless.Domain.Classes;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Reporting;

namespace NtmServerless.Pages.Progress;

/// <summary>Addresses of the lists behind the figures of a plan.</summary>
/// <param name="PlanId">The plan that the page was asked for; null: the current one, which needs no saying.</param>
public sealed record ListPaths(string? PlanId)
{
    /// <summary>Stages of a class that was put into the year and not called off.</summary>
    public static readonly ClassStage[] InTheYear = [.. Enum.GetValues<ClassStage>().Where(s => s != ClassStage.Cancelled)];

    /// <summary>Stages of a class that was held.</summary>
    public static readonly ClassStage[] Held = [ClassStage.Reporting, ClassStage.Closed];

    /// <summary>Stages of a class whose figures are fixed.</summary>
    public static readonly ClassStage[] Closed = [ClassStage.Closed];

    public string Classes(ClassStage[] stages, string? streamId = null, string? communeId = null, int? quarter = null) => Path(
        "/can-bo/lop",
        [
            .. stages.Select(s => ("giai-doan", (string?)Wire(s))),
            ("noi-dung", streamId), ("xa", communeId), ("quy", quarter?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ]);

    public string Communication(ReportingPeriod period, CommunicationChannel? channel) => Path(
        "/can-bo/truyen-thong", ("ky", period.Id), ("kenh", channel is { } c ? Wire(c) : null));

    public string Tours => Path("/can-bo/tham-quan");

    public string Reports => Path("/can-bo/bao-cao");

    /// <summary>The file of one table of the progress page.</summary>
    public string File(string table) => Path("/can-bo/tien-do/xlsx", ("bang", table));

    private string Path(string path, params (string Name, string? Value)[] query)
    {
        string asked = string.Join('&', query.Append(("ke-hoach", PlanId)).Where(q => q.Item2 is not null).Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2!)}"));
        return asked.Length == 0 ? path : $"{path}?{asked}";
    }

    private static string Wire(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
