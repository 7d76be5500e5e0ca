namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of documents, and of their files.</summary>
public static class DocumentPaths
{
    public const string List = "/" + DocumentRoutes.List;
    public const string Export = "/" + DocumentRoutes.Export;
    public const string MakePlan = "/" + DocumentRoutes.MakePlan;
    public const string MakeLog = "/" + DocumentRoutes.MakeLog;
    public const string Register = "/" + DocumentRoutes.Register;
    public const string RegisterExport = "/" + DocumentRoutes.RegisterExport;
    public const string MakeRegister = "/" + DocumentRoutes.MakeRegister;
    public const string Templates = "/" + DocumentRoutes.Templates;

    public static string Of(string documentId) => Address.Of(DocumentRoutes.One, documentId);

    public static string SignedScan(string documentId) => Address.Of(DocumentRoutes.SignedScan, documentId);

    public static string Withdraw(string documentId) => Address.Of(DocumentRoutes.Withdraw, documentId);

    public static string OfClass(ClassId classId) => Address.Of(DocumentRoutes.OfClass, classId);

    public static string File(PlanId planId, string documentId) => Address.Of(DocumentRoutes.File, planId, documentId);

    public static string SignedFile(PlanId planId, string documentId) => Address.Of(DocumentRoutes.SignedFile, planId, documentId);

    /// <summary>The register of a unit in a year.</summary>
    public static string RegisterOf(int year, string? unitId) => Register + Asked(year, unitId);

    /// <summary>The same register as a file.</summary>
    public static string RegisterFile(int year, string? unitId) => RegisterExport + Asked(year, unitId);

    private static string Asked(int year, string? unitId) => $"?nam={year}&don-vi={unitId}";
}
