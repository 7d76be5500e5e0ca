namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of study tours.</summary>
public static class TourPaths
{
    public const string List = "/" + TourRoutes.List;
    public const string Export = "/" + TourRoutes.Export;
    public const string New = "/" + TourRoutes.New;

    private static readonly Dictionary<TourAct, string> Names = new()
    {
        [TourAct.Announce] = "thong-bao",
        [TourAct.Postpone] = "hoan",
        [TourAct.Cancel] = "huy",
        [TourAct.Report] = "bao-cao",
        [TourAct.TransferLead] = "chu-tri",
    };

    /// <summary>Acts that have a form of their own.</summary>
    public static IEnumerable<TourAct> Acts => Names.Keys;

    /// <summary>The act that an address names; null: none.</summary>
    public static TourAct? Read(string name) => Names.Where(n => n.Value == name).Select(n => (TourAct?)n.Key).FirstOrDefault();

    /// <summary>The form of a new tour, begun from one that the plan names.</summary>
    public static string NewOf(string plannedId) => $"{New}?doan={plannedId}";

    public static string Of(TourId tourId) => Address.Of(TourRoutes.One, tourId);

    public static string Act(TourId tourId, TourAct act) => Address.Of(TourRoutes.Act, tourId, Names[act]);

    public static string Members(TourId tourId) => Address.Of(TourRoutes.Members, tourId);

    public static string ExportMembers(TourId tourId) => Address.Of(TourRoutes.ExportMembers, tourId);

    public static string RemoveMember(TourId tourId, string code) => Address.Of(TourRoutes.RemoveMember, tourId, code);
}
