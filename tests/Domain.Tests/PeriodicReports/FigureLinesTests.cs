using Xunit;

namespace NtmServerless.Domain.Tests.PeriodicReports;

public sealed class FigureLinesTests
{
    [Fact]
    public void Of_AReport_HasEachOfItsNumbersOnce()
    {
        ReportFigures figures = new(
            new(2024, 1, 1), new(2024, 1, 31), [new("luong-1", 10, 500, 1, 2, 3, 4, 5, 6)], Count("xa-gia-cat", 7), Count("Cooperative", 8), Count("Nùng", 9),
            Count("Broadcast", 10), Count("xa-phu-xa", 11), 12, 13, new Dictionary<string, long> { ["ngan-sach"] = 14 }, 15, 16)
        {
            AttendedBySex = Count("Female", 17),
        };
        Assert.Equal(
            [
                new(FigurePart.ClassesHeld, "luong-1", 1),
                new(FigurePart.Registered, "luong-1", 3),
                new(FigurePart.Attended, "luong-1", 4),
                new(FigurePart.WalkIns, "luong-1", 5),
                new(FigurePart.Women, "luong-1", 6),
                new(FigurePart.AttendedByUnit, "xa-gia-cat", 7),
                new(FigurePart.AttendedByAudience, "Cooperative", 8),
                new(FigurePart.AttendedByEthnicGroup, "Nùng", 9),
                new(FigurePart.AttendedBySex, "Female", 17),
                new(FigurePart.CommunicationByChannel, "Broadcast", 10),
                new(FigurePart.CommunicationByUnit, "xa-phu-xa", 11),
                new(FigurePart.ToursHeld, "", 12),
                new(FigurePart.TourMembers, "", 13),
                new(FigurePart.Spent, "ngan-sach", 14),
                new FigureLine(FigurePart.ClassesCancelled, "", 15),
            ],
            FigureLines.Of(figures));
    }

    private static Dictionary<string, int> Count(string key, int value) => new() { [key] = value };
}
