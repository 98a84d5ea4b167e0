using LocalBridge.Json;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Maps;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Machines that use every field of every state, once as a text and once built in C#.</summary>
internal static class EverythingMachines
{
    internal const string JsonPath =
        """
        {
          "Comment": "everything", "Version": "1.0", "QueryLanguage": "JSONPath", "TimeoutSeconds": 3600, "StartAt": "Pass",
          "States": {
            "Pass": {
              "Type": "Pass", "Comment": "c", "QueryLanguage": "JSONPath", "InputPath": "$.in", "OutputPath": null,
              "Parameters": { "id.$": "$.id", "run.$": "$$.Execution.Name", "uuid.$": "States.UUID()", "fixed": 1.50, "inner": { "x.$": "$.x" } },
              "Result": { "ok": true }, "ResultPath": "$.result", "Assign": { "v.$": "$.id" }, "Next": "Task"
            },
            "Task": {
              "Type": "Task", "Resource": "reserve-stock", "InputPath": null, "OutputPath": "$.out", "Parameters": [1, 2],
              "Credentials": { "RoleArn": "arn:aws:iam::111111111111:role/r" }, "TimeoutSeconds": 60, "HeartbeatSeconds": 5,
              "ResultSelector": { "r.$": "$.Payload" }, "ResultPath": null, "Assign": { "n": 1 }, "Next": "Task by paths",
              "Retry": [
                { "Comment": "c", "ErrorEquals": ["Boom", "Busy"], "IntervalSeconds": 2, "MaxAttempts": 0, "BackoffRate": 1.5, "MaxDelaySeconds": 9, "JitterStrategy": "FULL" },
                { "ErrorEquals": ["States.ALL"], "JitterStrategy": "NONE" }
              ],
              "Catch": [
                { "Comment": "c", "ErrorEquals": ["Boom"], "ResultPath": "$.error", "Assign": { "e.$": "$.Error" }, "Next": "Fail" },
                { "ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "Fail by paths" }
              ]
            },
            "Task by paths": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSecondsPath": "$.t", "HeartbeatSecondsPath": "$.h", "Next": "Choice" },
            "Choice": {
              "Type": "Choice", "InputPath": "$.a", "OutputPath": "$.b", "Assign": { "v": 0 }, "Default": "Wait",
              "Choices": [
                { "Comment": "big", "Variable": "$.total", "NumericGreaterThan": 1000, "Assign": { "v": 1 }, "Next": "Succeed" },
                { "And": [ { "Comment": "c", "Variable": "$.a", "IsPresent": true }, { "Or": [ { "Not": { "Variable": "$.a", "StringMatches": "x*" } } ] } ], "Next": "Succeed" },
                { "Variable": "$.at", "TimestampLessThanEquals": "2026-03-14T01:59:00Z", "Next": "Wait until" },
                { "Variable": "$.a", "StringEqualsPath": "$.b", "Next": "Wait for seconds at" }
              ]
            },
            "Wait": { "Type": "Wait", "Seconds": 3, "InputPath": "$.a", "Next": "Parallel" },
            "Wait until": { "Type": "Wait", "Timestamp": "2026-03-14T01:59:00Z", "Next": "Wait until at" },
            "Wait for seconds at": { "Type": "Wait", "SecondsPath": "$.s", "Next": "Parallel" },
            "Wait until at": { "Type": "Wait", "TimestampPath": "$.at", "Next": "Parallel" },
            "Parallel": {
              "Type": "Parallel", "Parameters": { "p": 1 }, "ResultSelector": { "all.$": "$" }, "ResultPath": "$.both", "Next": "Map",
              "Retry": [ { "ErrorEquals": ["Boom"] } ], "Catch": [ { "ErrorEquals": ["Boom"], "Next": "Fail" } ],
              "Branches": [
                { "Comment": "left", "StartAt": "L2", "States": { "L1": { "Type": "Succeed" }, "L2": { "Type": "Pass", "Next": "L1" } } },
                { "StartAt": "R", "States": { "R": { "Type": "Pass", "End": true } } }
              ]
            },
            "Map": {
              "Type": "Map", "ItemsPath": "$.items", "ItemSelector": { "v.$": "$$.Map.Item.Value" }, "MaxConcurrency": 5, "ResultPath": "$.map", "Next": "Map of files",
              "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" }, "Comment": "each", "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }
            },
            "Map of files": {
              "Type": "Map", "Label": "files", "MaxConcurrencyPath": "$.m", "ToleratedFailureCount": 3, "ToleratedFailurePercentage": 2.5, "Next": "Map of batches",
              "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key.$": "$.key" },
                "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "b"], "CSVDelimiter": "TAB", "MaxItems": 10 }
              },
              "ItemBatcher": { "MaxItemsPerBatch": 7, "MaxInputBytesPerBatch": 1000, "BatchInput": { "x.$": "$.x" } },
              "ResultWriter": {
                "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b", "Prefix": "p" },
                "WriterConfig": { "OutputType": "JSONL", "Transformation": "FLATTEN" }
              },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "F", "States": { "F": { "Type": "Pass", "End": true } } }
            },
            "Map of batches": {
              "Type": "Map", "ToleratedFailureCountPath": "$.c", "ToleratedFailurePercentagePath": "$.p", "End": true,
              "ItemReader": {
                "Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": { "Bucket": "b" },
                "ReaderConfig": { "Transformation": "LOAD_AND_FLATTEN", "InputType": "JSON", "MaxItemsPath": "$.max", "ItemsPointer": "/a/b" }
              },
              "ItemBatcher": { "MaxItemsPerBatchPath": "$.i", "MaxInputBytesPerBatchPath": "$.b", "BatchInput": { "y": 1 } },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } }
            },
            "Succeed": { "Type": "Succeed", "Comment": "c", "InputPath": "$.a", "OutputPath": "$.b" },
            "Fail": { "Type": "Fail", "Error": "E", "Cause": "because" },
            "Fail by paths": { "Type": "Fail", "ErrorPath": "$.e", "CausePath": "States.Format('{}', $.c)" }
          }
        }
        """;

    internal const string Jsonata =
        """
        {
          "QueryLanguage": "JSONata", "StartAt": "Pass",
          "States": {
            "Pass": { "Type": "Pass", "Output": { "id": "{% $states.input.id %}" }, "Assign": { "v": "{% 1 %}" }, "Next": "Task" },
            "Task": {
              "Type": "Task", "Resource": "f", "Arguments": { "x": "{% $v %}" }, "TimeoutSeconds": "{% $t %}", "HeartbeatSeconds": "{% $h %}",
              "Output": "{% $states.result %}", "Credentials": { "RoleArn": "{% $role %}" }, "Next": "Choice",
              "Catch": [ { "ErrorEquals": ["States.ALL"], "Output": { "e": "{% $states.errorOutput %}" }, "Assign": { "e": 1 }, "Next": "Fail" } ]
            },
            "Choice": {
              "Type": "Choice", "Output": "{% $states.input %}", "Default": "Map",
              "Choices": [
                { "Condition": "{% $v > 1 %}", "Comment": "c", "Output": { "o": 1 }, "Assign": { "v": 2 }, "Next": "Wait" },
                { "Condition": false, "Next": "Wait until" }
              ]
            },
            "Wait": { "Type": "Wait", "Seconds": "{% $s %}", "Next": "Parallel" },
            "Wait until": { "Type": "Wait", "Timestamp": "{% $at %}", "Next": "Parallel" },
            "Parallel": { "Type": "Parallel", "Arguments": "{% $v %}", "Branches": [ { "StartAt": "L", "States": { "L": { "Type": "Succeed", "Output": 1 } } } ], "Next": "Map" },
            "Map": {
              "Type": "Map", "Items": "{% $items %}", "ItemSelector": { "v": "{% $states.context.Map.Item.Value %}" }, "MaxConcurrency": "{% 2 %}",
              "ToleratedFailureCount": "{% 1 %}", "ToleratedFailurePercentage": "{% 5 %}", "End": true,
              "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject", "Arguments": { "Bucket": "{% $b %}" },
                "ReaderConfig": { "InputType": "MANIFEST", "ManifestType": "S3_INVENTORY", "MaxItems": "{% 10 %}", "CSVHeaderLocation": "FIRST_ROW" }
              },
              "ItemBatcher": { "MaxItemsPerBatch": "{% 3 %}", "MaxInputBytesPerBatch": "{% 100 %}" },
              "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": { "Bucket": "{% $b %}" }, "WriterConfig": { "Transformation": "COMPACT" } },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }
            },
            "Fail": { "Type": "Fail", "Error": "{% $e %}", "Cause": "{% $c %}" }
          }
        }
        """;

    internal static StateMachineBuilder BuildJsonPath() => new StateMachineBuilder()
        .Comment("everything").Version("1.0").QueryLanguage(QueryLanguage.JsonPath).TimeoutSeconds(3600)
        .Pass("Pass", state => state
            .Comment("c").QueryLanguage(QueryLanguage.JsonPath).InputPath("$.in").OutputPath(null)
            .Parameters(p => p.Path("id", "$.id").Path("run", "$$.Execution.Name").Path("uuid", "States.UUID()").Value("fixed", 1.5).Value("inner", inner => inner.Path("x", "$.x")))
            .Result(JsonValue.Parse("""{"ok":true}""")).ResultPath("$.result").Assign(v => v.Path("v", "$.id")).Next("Task"))
        .Task("Task", "reserve-stock", task => task
            .InputPath(null).OutputPath("$.out").Parameters(JsonArray.Create(1, 2))
            .Credentials(c => c.Value("RoleArn", "arn:aws:iam::111111111111:role/r")).TimeoutSeconds(60).HeartbeatSeconds(5)
            .ResultSelector(r => r.Path("r", "$.Payload")).ResultPath(null).Assign(v => v.Value("n", 1)).Next("Task by paths")
            .Retry(r => r.Comment("c").ErrorEquals("Boom", "Busy").IntervalSeconds(2).MaxAttempts(0).BackoffRate(1.5).MaxDelaySeconds(9).JitterStrategy(JitterStrategy.Full))
            .Retry(r => r.ErrorEquals(ErrorNames.All).JitterStrategy(JitterStrategy.None))
            .Catch(c => c.Comment("c").ErrorEquals("Boom").ResultPath("$.error").Assign(v => v.Path("e", "$.Error")).Next("Fail"))
            .Catch(c => c.ErrorEquals(ErrorNames.All).ResultPath(null).Next("Fail by paths")))
        .Task("Task by paths", "arn:aws:states:::lambda:invoke", task => task.TimeoutSecondsPath("$.t").HeartbeatSecondsPath("$.h").Next("Choice"))
        .Choice("Choice", choice => choice
            .InputPath("$.a").OutputPath("$.b").Assign(v => v.Value("v", 0)).Default("Wait")
            .When(Condition.Variable("$.total").NumericGreaterThan(1000), next: "Succeed", then => then.Comment("big").Assign(v => v.Value("v", 1)))
            .When(
                Condition.And(Condition.Variable("$.a").IsPresent().Comment("c"), Condition.Or(Condition.Not(Condition.Variable("$.a").StringMatches("x*")))),
                next: "Succeed")
            .When(Condition.Variable("$.at").TimestampLessThanEquals(new DateTimeOffset(2026, 3, 14, 2, 59, 0, TimeSpan.FromHours(1))), next: "Wait until")
            .When(Condition.Variable("$.a").StringEqualsPath("$.b"), next: "Wait for seconds at"))
        .Wait("Wait", wait => wait.Seconds(3).InputPath("$.a").Next("Parallel"))
        .Wait("Wait until", wait => wait.Timestamp(new DateTimeOffset(2026, 3, 14, 1, 59, 0, TimeSpan.Zero)).Next("Wait until at"))
        .Wait("Wait for seconds at", wait => wait.SecondsPath("$.s").Next("Parallel"))
        .Wait("Wait until at", wait => wait.TimestampPath("$.at").Next("Parallel"))
        .Parallel("Parallel", parallel => parallel
            .Parameters(p => p.Value("p", 1)).ResultSelector(r => r.Path("all", "$")).ResultPath("$.both").Next("Map")
            .Retry(r => r.ErrorEquals("Boom")).Catch(c => c.ErrorEquals("Boom").Next("Fail"))
            .Branch(branch => branch.Comment("left").StartAt("L2").Succeed("L1").Pass("L2", state => state.Next("L1")))
            .Branch(branch => branch.Pass("R", state => state.End())))
        .Map("Map", map => map
            .ItemsPath("$.items").ItemSelector(s => s.Path("v", "$$.Map.Item.Value")).MaxConcurrency(5).ResultPath("$.map").Next("Map of files")
            .ItemProcessor(each => each.Inline().Comment("each").Pass("I", state => state.End())))
        .Map("Map of files", map => map
            .Label("files").MaxConcurrencyPath("$.m").ToleratedFailureCount(3).ToleratedFailurePercentage(2.5).Next("Map of batches")
            .ItemReader("arn:aws:states:::s3:getObject", reader => reader
                .Parameters(p => p.Value("Bucket", "b").Path("Key", "$.key"))
                .InputType(ItemFormat.Csv).CsvHeaderLocation(CsvHeaderLocation.Given).CsvHeaders("a", "b").CsvDelimiter("TAB").MaxItems(10))
            .ItemBatcher(batcher => batcher.MaxItemsPerBatch(7).MaxInputBytesPerBatch(1000).BatchInput(i => i.Path("x", "$.x")))
            .ResultWriter(writer => writer
                .Resource("arn:aws:states:::s3:putObject").Parameters(p => p.Value("Bucket", "b").Value("Prefix", "p"))
                .OutputType(ResultFormat.JsonLines).Transformation(ResultTransformation.Flatten))
            .ItemProcessor(each => each.Distributed(ProcessorExecutionType.Express).Pass("F", state => state.End())))
        .Map("Map of batches", map => map
            .ToleratedFailureCountPath("$.c").ToleratedFailurePercentagePath("$.p").End()
            .ItemReader("arn:aws:states:::s3:listObjectsV2", reader => reader
                .Parameters(p => p.Value("Bucket", "b")).Transformation().InputType(ItemFormat.Json).MaxItemsPath("$.max").ItemsPointer("/a/b"))
            .ItemBatcher(batcher => batcher.MaxItemsPerBatchPath("$.i").MaxInputBytesPerBatchPath("$.b").BatchInput(JsonValue.Parse("""{"y":1}""")))
            .ItemProcessor(each => each.Distributed().Pass("B", state => state.End())))
        .Succeed("Succeed", state => state.Comment("c").InputPath("$.a").OutputPath("$.b"))
        .Fail("Fail", fail => fail.Error("E").Cause("because"))
        .Fail("Fail by paths", fail => fail.ErrorPath("$.e").CausePath("States.Format('{}', $.c)"));

    internal static StateMachineBuilder BuildJsonata() => new StateMachineBuilder()
        .QueryLanguage(QueryLanguage.Jsonata)
        .Pass("Pass", state => state.Output(o => o.Jsonata("id", "$states.input.id")).Assign(v => v.Jsonata("v", "1")).Next("Task"))
        .Task("Task", "f", task => task
            .Arguments(a => a.Jsonata("x", "$v")).TimeoutSeconds("{% $t %}").HeartbeatSeconds("{% $h %}")
            .Output("{% $states.result %}").Credentials(JsonValue.Parse("""{"RoleArn":"{% $role %}"}""")).Next("Choice")
            .Catch(c => c.ErrorEquals(ErrorNames.All).Output(o => o.Jsonata("e", "$states.errorOutput")).Assign(JsonValue.Parse("""{"e":1}""")).Next("Fail")))
        .Choice("Choice", choice => choice
            .Output("{% $states.input %}").Default("Map")
            .When("{% $v > 1 %}", next: "Wait", then => then.Comment("c").Output(o => o.Value("o", 1)).Assign(JsonValue.Parse("""{"v":2}""")))
            .When(false, next: "Wait until"))
        .Wait("Wait", wait => wait.Seconds("{% $s %}").Next("Parallel"))
        .Wait("Wait until", wait => wait.Timestamp("{% $at %}").Next("Parallel"))
        .Parallel("Parallel", parallel => parallel.Arguments("{% $v %}").Branch(branch => branch.Succeed("L", state => state.Output(1))).Next("Map"))
        .Map("Map", map => map
            .Items("{% $items %}").ItemSelector(s => s.Jsonata("v", "$states.context.Map.Item.Value")).MaxConcurrency("{% 2 %}")
            .ToleratedFailureCount("{% 1 %}").ToleratedFailurePercentage("{% 5 %}").End()
            .ItemReader("arn:aws:states:::s3:getObject", reader => reader
                .Arguments(a => a.Jsonata("Bucket", "$b")).InputType(ItemFormat.Manifest).ManifestType(ManifestType.S3Inventory).MaxItems("{% 10 %}")
                .CsvHeaderLocation(CsvHeaderLocation.FirstRow))
            .ItemBatcher(batcher => batcher.MaxItemsPerBatch("{% 3 %}").MaxInputBytesPerBatch("{% 100 %}"))
            .ResultWriter(writer => writer.Resource("arn:aws:states:::s3:putObject").Arguments(a => a.Jsonata("Bucket", "$b")).Transformation(ResultTransformation.Compact))
            .ItemProcessor(each => each.Distributed().Pass("I", state => state.End())))
        .Fail("Fail", fail => fail.Error("{% $e %}").Cause("{% $c %}"));
}
