namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of periodic reports answer.</summary>
public static class PeriodicReportRoutes
{
    public const string List = "can-bo/bao-cao";
    public const string Export = List + "/xlsx";
    public const string Ask = List + "/yeu-cau";
    public const string YearEnd = List + "/khep-nam";
    public const string YearEndAside = YearEnd + "/de-ngoai";
    public const string YearEndChoice = YearEnd + "/cach-tinh";
    public const string YearEndClose = YearEnd + "/khep";
    public const string YearEndOpen = YearEnd + "/mo-lai";
    public const string One = List + "/{reportId}";
    public const string Detail = One + "/chi-tiet";
    public const string Print = One + "/ban-in";
    public const string ExportOne = One + "/xlsx";
    public const string Compile = One + "/tong-hop";
    public const string Submit = One + "/trinh";
    public const string Return = One + "/tra-lai";
    public const string Approve = One + "/duyet";
    public const string Answer = One + "/so-lieu";
    public const string Draft = "api/plans/{planId}/reports/{reportId}/draft";
}
