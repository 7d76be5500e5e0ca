using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

public sealed class PlanImportPropertyTests
{
    private static readonly string[] Paths = [.. PathsOf(SamplePlan.Tree())];

    private static readonly Gen<JsonNode?> AnyValue = Gen.OneOf(
        Gen.Const((JsonNode?)null), Gen.Int.Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.String[0, 20].Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.OneOf(Gen.Const("xa-gia-cat"), Gen.Const("2024-02-30"), Gen.Const("commune")).Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Const(0).Select(_ => (JsonNode?)new JsonArray()), Gen.Const(0).Select(_ => (JsonNode?)new JsonObject()));

    [Fact]
    public void Read_OfAnyMutation_AnswersWithAPlanOrErrors() =>
        Gen.Select(Gen.Int[0, Paths.Length - 1], AnyValue).Array[1, 4].Sample(
            changes =>
            {
                JsonObject tree = SamplePlan.Tree();
                foreach ((int path, JsonNode? value) in changes)
                    TrySet(tree, Paths[path], value?.DeepClone());
                PlanImportResult result = PlanImport.Read(tree.ToJsonString());
                return (result.Plan is null) == (result.Errors.Count > 0) && ReadsAgain(result.Plan);
            },
            iter: 500);

    [Fact]
    public void Read_OfAnyBytes_NeverThrows()
    {
        byte[] sample = Encoding.UTF8.GetBytes(SamplePlan.Json);
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                byte[] bytes = [.. sample];
                foreach ((int position, byte value) in changes)
                    bytes[position] = value;
                PlanImportResult result = PlanImport.Read(bytes);
                return (result.Plan is null) == (result.Errors.Count > 0);
            },
            iter: 500);
    }

    // What is accepted is written as a file that is accepted again and says the same.
    private static bool ReadsAgain(Plan? plan)
    {
        if (plan is null)
            return true;
        string written = PlanExport.Write(plan);
        return PlanImport.Read(written).Plan is { } again && PlanExport.Write(again) == written;
    }

    private static void TrySet(JsonNode tree, string path, JsonNode? value)
    {
        try
        {
            SamplePlan.Set(tree, path, value);
        }
        catch (Exception gone) when (gone is InvalidOperationException or NullReferenceException or ArgumentOutOfRangeException)
        {
            // an earlier change removed the place
        }
    }

    private static IEnumerable<string> PathsOf(JsonNode node) => node switch
    {
        JsonObject fields => fields.Where(field => field.Key[0] != '$').SelectMany(
            field => field.Value is null ? [$"{node.GetPath()}.{field.Key}"] : PathsOf(field.Value).Prepend(field.Value.GetPath())),
        JsonArray items => items.SelectMany(item => PathsOf(item!).Prepend(item!.GetPath())),
        _ => [],
    };
}
