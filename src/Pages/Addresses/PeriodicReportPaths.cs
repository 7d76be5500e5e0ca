namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of periodic reports.</summary>
public static class PeriodicReportPaths
{
    public const string List = "/" + PeriodicReportRoutes.List;
    public const string Export = "/" + PeriodicReportRoutes.Export;
    public const string Ask = "/" + PeriodicReportRoutes.Ask;

    public const string YearEnd = "/" + PeriodicReportRoutes.YearEnd;
    public const string YearEndAside = "/" + PeriodicReportRoutes.YearEndAside;
    public const string YearEndChoice = "/" + PeriodicReportRoutes.YearEndChoice;
    public const string YearEndClose = "/" + PeriodicReportRoutes.YearEndClose;
    public const string YearEndOpen = "/" + PeriodicReportRoutes.YearEndOpen;

    public static string Of(ReportId reportId) => Address.Of(PeriodicReportRoutes.One, reportId);

    public static string Detail(ReportId reportId) => Address.Of(PeriodicReportRoutes.Detail, reportId);

    public static string Print(ReportId reportId) => Address.Of(PeriodicReportRoutes.Print, reportId);

    public static string ExportOne(ReportId reportId) => Address.Of(PeriodicReportRoutes.ExportOne, reportId);

    public static string Compile(ReportId reportId) => Address.Of(PeriodicReportRoutes.Compile, reportId);

    public static string Submit(ReportId reportId) => Address.Of(PeriodicReportRoutes.Submit, reportId);

    public static string Return(ReportId reportId) => Address.Of(PeriodicReportRoutes.Return, reportId);

    public static string Approve(ReportId reportId) => Address.Of(PeriodicReportRoutes.Approve, reportId);

    public static string Answer(ReportId reportId) => Address.Of(PeriodicReportRoutes.Answer, reportId);

    public static string Draft(PlanId planId, ReportId reportId) => Address.Of(PeriodicReportRoutes.Draft, planId, reportId);

    /// <summary>What one unit answers, for whoever may read more than one.</summary>
    public static string AnswerOf(ReportId reportId, string unitId) => $"{Answer(reportId)}?don-vi={unitId}";
}
