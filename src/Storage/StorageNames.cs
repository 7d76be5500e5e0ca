namespace NtmServerless.Storage;

/// <summary>Every table and container of the records; ARCHITECTURE.md describes their keys.</summary>
internal static class StorageNames
{
    public const string Plans = "Plans";
    public const string Classes = "Classes";
    public const string ClassSummaries = "ClassSummaries";
    public const string Tours = "Tours";
    public const string Communication = "Communication";
    public const string Declarations = "Declarations";
    public const string Reports = "Reports";
    public const string Documents = "Documents";
    public const string ApiKeysApi = "CallerKeys";
    public const string Accounts = "Accounts";
    public const string Audit = "Audit";
    public const string Post = "Post";

    public const string SignedSheets = "signed-sheets";
    public const string Photos = "photos";
    public const string PlanFiles = "plans";
    public const string ReportFiles = "reports";
    public const string DocumentFiles = "documents";
    public const string Keys = "keys";

    public static readonly string[] Tables =
        [Plans, Classes, ClassSummaries, Tours, Communication, Declarations, Reports, Documents, ApiKeysApi, Accounts, Audit, Post];
    public static readonly string[] Containers = [SignedSheets, Photos, PlanFiles, ReportFiles, DocumentFiles, Keys];
}
