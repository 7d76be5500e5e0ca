using Mono.Cecil;
using NtmServerless.Architecture.Tests.Reading;
using Xunit;

namespace NtmServerless.Architecture.Tests;

/// <summary>The function app is sorted by feature: what all of them need knows none of them, and each knows few others.</summary>
public sealed class FeatureTests
{
    // What is no feature. "Functions" is what stands in no folder: the program.
    private static readonly string[] Foundations = ["Hosting", "Access", "OpenApi"];
    private static readonly string[] Tops = ["Startup", "Functions"];

    // Which feature knows which; a new one is a decision, and may close no circle.
    private static readonly string[] Known =
    [
        "Accounts -> Plans", "Accounts -> Post",
        "Attendance -> Plans", "Attendance -> Registrations",
        "Audit -> Plans",
        "Calendars -> Accounts",
        "ClassReports -> Plans",
        "Classes -> Calendars",
        "Classes -> Plans",
        "Communication -> Plans",
        "DaysOff -> Plans",
        "Declarations -> Plans",
        "Documents -> Plans",
        "Evidence -> Attendance", "Evidence -> Plans",
        "FirstSteps -> Plans",
        "Home -> FirstSteps", "Home -> Plans",
        "PeriodicReports -> Documents", "PeriodicReports -> Plans",
        "Post -> Documents", "Post -> Plans",
        "Practice -> Classes",
        "Privacy -> Plans",
        "Progress -> PeriodicReports", "Progress -> Plans",
        "Registrations -> Classes", "Registrations -> Plans",
        "Search -> Documents", "Search -> Plans",
        "SystemStatus -> Plans",
        "Telling -> Plans", "Telling -> Post",
        "Tours -> Plans",
        "Units -> Plans",
        "Workflows -> PeriodicReports", "Workflows -> Post",
    ];

    // Doors that another feature uses; may only shrink.
    private static readonly string[] KnownDoors =
    [
        "Workflows.Housekeeping -> PeriodicReports.PeriodicReportCycle",
        "Workflows.Housekeeping -> Post.MessageDelivery",
        "Workflows.LifecycleWaker -> PeriodicReports.PeriodicReportCycle",
        "Workflows.LifecycleWaker -> Post.MessageDelivery",
        "Workflows.WorkflowRecords -> PeriodicReports.PeriodicReportCycle",
    ];

    private static IReadOnlyList<Arrow> Arrows => Tree.GraphOf("Functions").Arrows;

    private static bool IsFeature(string name) => !Foundations.Contains(name) && !Tops.Contains(name);

    [Fact]
    public void Foundations_KnowNoFeature()
    {
        Assert.Subset(Tree.GraphOf("Functions").Names.ToHashSet(), Foundations.ToHashSet());
        Assert.Equal([], Arrows.Where(a => Foundations.Contains(a.From) && IsFeature(a.To)).SelectMany(Told));
    }

    // It is made of everything.
    [Fact]
    public void Startup_IsKnownToTheProgramAlone() =>
        Assert.Equal([], Arrows.Where(a => Tops.Contains(a.To) && !Tops.Contains(a.From)).SelectMany(Told));

    [Fact]
    public void Features_KnowWhomTheyAreMeantTo() =>
        Shrinking.Holds(Known, Arrows.Where(a => IsFeature(a.From) && IsFeature(a.To)).Select(a => $"{a.From} -> {a.To}"));

    [Fact]
    public void Doors_AreUsedByTheirOwnFeatureAlone()
    {
        HashSet<string> doors = [.. Doors()];
        Assert.True(doors.Count > 30, "The types that hold functions are not found.");
        Shrinking.Holds(KnownDoors, Arrows.Where(a => !Tops.Contains(a.From)).SelectMany(a => a.Uses).Where(use => doors.Contains(use.To)).Select(Told));
    }

    private static IEnumerable<string> Told(Arrow arrow) => arrow.Uses.Select(Told);

    private static string Told(TypeUse use) => $"{use.From} -> {use.To}".Replace("NtmServerless.Functions.", "", StringComparison.Ordinal);

    // Types with functions: where requests, timers and workflows come in.
    private static IReadOnlyList<string> Doors()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(Tree.AssemblyOf("Functions"));
        return
        [
            .. module.Types.Where(type => type.Methods.SelectMany(m => m.CustomAttributes).Any(a => a.AttributeType.Name == "FunctionAttribute"))
                .Select(type => type.FullName),
        ];
    }
}
