using System.Text.Json;
using System.Text.Json.Nodes;

namespace NtmServerless.Domain.Plans;

/// <summary>Writes a plan as the file that <see cref="PlanImport"/> reads; open places are written as null, so that they can be seen and filled.</summary>
public static class PlanExport
{
    /// <summary>The plan as indented JSON text.</summary>
    public static string Write(Plan plan)
    {
        JsonObject root = JsonSerializer.SerializeToNode(plan, PlanJson.Options)!.AsObject();
        root.Insert(0, "$schema", PlanJson.SchemaName);
        return root.ToJsonString(PlanJson.Options) + "\n";
    }
}
