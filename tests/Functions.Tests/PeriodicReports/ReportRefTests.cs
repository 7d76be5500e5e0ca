using Microsoft.DurableTask.Converters;
using Xunit;

namespace NtmServerless.Functions.Tests.PeriodicReports;

public sealed class ReportIdTests
{
    [Theory]
    [InlineData("""{"PlanId":"caoloc-2024","Id":"month-2024-05"}""")]
    [InlineData("""{"PlanId":"caoloc-2024","Id":"month-2024-05","Version":1}""")]
    public void InputsOfEveryVersion_AreRead(string input) =>
        Assert.Equal(new ReportRef(new("caoloc-2024"), new("month-2024-05")), JsonDataConverter.Default.Deserialize<ReportRef>(input));
}
