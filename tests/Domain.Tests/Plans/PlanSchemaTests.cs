using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;
using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

public sealed class PlanSchemaTests
{
    private static readonly string SchemaText = SamplePlan.RepositoryFile("plans/plan.schema.json");

    [Fact]
    public async Task Schema_AcceptsTheSample() => Assert.Empty(await ProblemsAsync(SamplePlan.Json));

    [Theory]
    [InlineData("$.colour", "\"red\"")]
    [InlineData("$.year", "\"2024\"")]
    [InlineData("$.year", "1999")]
    [InlineData("$.streams[0].seatsPerClass", "501")]
    [InlineData("$.streams[0].audiences", "[\"everybody\"]")]
    [InlineData("$.streams[0].lead", "\"van-phong\"")]
    [InlineData("$.units[3].kind", "\"district\"")]
    [InlineData("$.units[3].id", "\"Xã Gia Cát\"")]
    public async Task SchemaAndImport_RefuseTheSameThing(string path, string value)
    {
        JsonObject tree = SamplePlan.Tree();
        SamplePlan.Set(tree, path, JsonNode.Parse(value));
        Assert.NotEmpty(await ProblemsAsync(tree.ToJsonString()));
        Assert.NotEmpty(PlanImport.Read(tree.ToJsonString()).Errors);
    }

    [Theory]
    [InlineData("unitKind", typeof(UnitKind))]
    [InlineData("channel", typeof(CommunicationChannel))]
    [InlineData("audience", typeof(Audience))]
    public void Schema_NamesEveryValue(string definition, Type type) => Assert.Equal(
        Enum.GetNames(type).Select(name => char.ToLowerInvariant(name[0]) + name[1..]),
        JsonNode.Parse(SchemaText)!["$defs"]![definition]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()));

    [Theory]
    [InlineData("", typeof(Plan))]
    [InlineData("stream", typeof(TrainingStream))]
    [InlineData("parties", typeof(PlanParties))]
    [InlineData("studyTour", typeof(PlannedStudyTour))]
    [InlineData("communicationForm", typeof(CommunicationForm))]
    [InlineData("reporting", typeof(PlanReporting))]
    [InlineData("unit", typeof(Unit))]
    [InlineData("form", typeof(FormMapping))]
    [InlineData("formField", typeof(FormField))]
    [InlineData("priorityGroup", typeof(PriorityGroup))]
    [InlineData("responsibility", typeof(Responsibility))]
    [InlineData("mediaTarget", typeof(MediaTarget))]
    public void Schema_HasExactlyTheFieldsOfTheRecord(string definition, Type type)
    {
        JsonNode schema = JsonNode.Parse(SchemaText)!;
        JsonObject properties = (definition.Length == 0 ? schema : schema["$defs"]![definition]!)["properties"]!.AsObject();
        Assert.Equal(
            type.GetProperties().Where(property => property.CanWrite).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Order(),
            properties.Select(property => property.Key).Where(name => name != "$schema").Order());
        Assert.All(properties, property => Assert.True(property.Value!["description"] is not null || property.Value["$ref"] is not null));
    }

    // The validator follows references only under the word that older drafts used.
    private static async Task<ICollection<ValidationError>> ProblemsAsync(string json) =>
        (await JsonSchema.FromJsonAsync(
            SchemaText.Replace("$defs", "definitions", StringComparison.Ordinal), TestContext.Current.CancellationToken)).Validate(json);
}
