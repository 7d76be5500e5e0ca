using Microsoft.DurableTask.Converters;
using NtmServerless.Functions.Orchestrations;
using Xunit;

namespace NtmServerless.Functions.Tests.Orchestrations;

public sealed class ReportIdTests
{
    [Theory]
    [InlineData("""{"PlanId":"caoloc-2024","Id":"month-2024-05"}""")]
    [InlineData("""{"PlanId":"caoloc-2024","Id":"month-2024-05","Version":1}""")]
    public void InputsOfEveryVersion_AreRead(string input) =>
        Assert.Equal(new ReportId("caoloc-2024", "month-2024-05"), JsonDataConverter.Default.Deserialize<ReportId>(input));
}
