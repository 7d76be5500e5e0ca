namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of periodic reports.</summary>
public static class PeriodicReportPaths
{
    public const string List = "/" + PeriodicReportRoutes.List;
    public const string Export = "/" + PeriodicReportRoutes.Export;
    public const string Ask = "/" + PeriodicReportRoutes.Ask;

    public static string Of(string reportId) => Address.Of(PeriodicReportRoutes.One, reportId);

    public static string Print(string reportId) => Address.Of(PeriodicReportRoutes.Print, reportId);

    public static string ExportOne(string reportId) => Address.Of(PeriodicReportRoutes.ExportOne, reportId);

    public static string Compile(string reportId) => Address.Of(PeriodicReportRoutes.Compile, reportId);

    public static string Submit(string reportId) => Address.Of(PeriodicReportRoutes.Submit, reportId);

    public static string Return(string reportId) => Address.Of(PeriodicReportRoutes.Return, reportId);

    public static string Approve(string reportId) => Address.Of(PeriodicReportRoutes.Approve, reportId);

    public static string Answer(string reportId) => Address.Of(PeriodicReportRoutes.Answer, reportId);

    public static string Draft(string planId, string reportId) => Address.Of(PeriodicReportRoutes.Draft, planId, reportId);

    /// <summary>What one unit answers, for whoever may read more than one.</summary>
    public static string AnswerOf(string reportId, string unitId) => $"{Answer(reportId)}?don-vi={unitId}";
}
