namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of sheets, signatures and photos, and of their files.</summary>
public static class EvidencePaths
{
    public const string Scan = "/" + EvidenceRoutes.Scan;

    public static string Of(ClassId classId) => Address.Of(EvidenceRoutes.One, classId);

    public static string Erase(ClassId classId, string sha256) => Address.Of(EvidenceRoutes.Erase, classId, sha256);

    public static string Signatures(ClassId classId, int session) => Address.Of(EvidenceRoutes.Signatures, classId, session);

    public static string Reason(ClassId classId, int session) => Address.Of(EvidenceRoutes.Reason, classId, session);

    public static string Correct(ClassId classId, int session) => Address.Of(EvidenceRoutes.Correct, classId, session);

    public static string File(ClassId classId, string kind, string sha256) => Address.Of(EvidenceRoutes.File, classId, kind, sha256);

    /// <summary>The page of scans, after a sheet with this code was taken.</summary>
    public static string Scanned(string code) => $"{Scan}?ma={code}";
}
