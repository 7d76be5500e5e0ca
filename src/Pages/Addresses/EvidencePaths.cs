namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of sheets, signatures and photos, and of their files.</summary>
public static class EvidencePaths
{
    public const string Scan = "/" + EvidenceRoutes.Scan;

    public static string Of(string classId) => Address.Of(EvidenceRoutes.One, classId);

    public static string Erase(string classId, string sha256) => Address.Of(EvidenceRoutes.Erase, classId, sha256);

    public static string Signatures(string classId, int session) => Address.Of(EvidenceRoutes.Signatures, classId, session);

    public static string Reason(string classId, int session) => Address.Of(EvidenceRoutes.Reason, classId, session);

    public static string Correct(string classId, int session) => Address.Of(EvidenceRoutes.Correct, classId, session);

    public static string File(string classId, string kind, string sha256) => Address.Of(EvidenceRoutes.File, classId, kind, sha256);

    /// <summary>The page of scans, after a sheet with this code was taken.</summary>
    public static string Scanned(string code) => $"{Scan}?ma={code}";
}
