namespace NtmServerless.Pages.Tours;

/// <summary>Addresses of the acts on a tour.</summary>
public static class TourPaths
{
    private static readonly Dictionary<TourAct, string> Names = new()
    {
        [TourAct.Announce] = "thong-bao",
        [TourAct.Postpone] = "hoan",
        [TourAct.Cancel] = "huy",
        [TourAct.Report] = "bao-cao",
    };

    /// <summary>Acts that have a form of their own.</summary>
    public static IEnumerable<TourAct> Acts => Names.Keys;

    /// <summary>The act that an address names; null: none.</summary>
    public static TourAct? Read(string name) => Names.Where(n => n.Value == name).Select(n => (TourAct?)n.Key).FirstOrDefault();

    public static string Of(StudyTour tour) => $"/can-bo/tham-quan/{tour.Id}";

    public static string Of(StudyTour tour, TourAct act) => $"{Of(tour)}/viec/{Names[act]}";

    public static string Members(StudyTour tour) => Of(tour) + "/thanh-vien";
}
