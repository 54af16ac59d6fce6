extension SummitTemplate {
  /// `summit.json` of Beam Summit 2026, without id and committee.
  static let beamSummit2026JSON = """
    {
      "committee": [],
      "focusAreas": [
        {
          "id": "ml-integration",
          "keywords": [
            "runinference",
            "mltransform",
            "embeddings",
            "inference"
          ],
          "name": "Unified Data Processing with ML Integration",
          "short": "ML Integration",
          "slots": {
            "max": 7,
            "min": 4
          },
          "summary": "Embedding machine-learning models in batch and streaming pipelines, from training data to inference."
        },
        {
          "id": "agentic",
          "keywords": [
            "agent",
            "agents",
            "mcp",
            "tool calls"
          ],
          "name": "Agentic Architectures",
          "short": "Agentic",
          "slots": {
            "max": 7,
            "min": 4
          },
          "summary": "Orchestrating agent workflows with Beam and its neighbours, and agents that improve pipelines."
        },
        {
          "id": "lakehouse",
          "keywords": [
            "iceberg",
            "lakehouse",
            "cdc",
            "catalog"
          ],
          "name": "Connecting Disparate Systems with Modern Data Lakehouses",
          "short": "Lakehouses",
          "slots": {
            "max": 9,
            "min": 5
          },
          "summary": "Connecting databases, object stores, Kafka and APIs with Apache Iceberg and other open lakehouses."
        },
        {
          "id": "realtime-ml",
          "keywords": [
            "fraud",
            "anomaly",
            "recommendation",
            "drift"
          ],
          "name": "Real-time ML-Driven Data Insights",
          "short": "Real-time ML",
          "slots": {
            "max": 7,
            "min": 4
          },
          "summary": "Low-latency fraud detection, anomaly detection, recommendation and real-time inference on streams."
        },
        {
          "id": "storage",
          "keywords": [
            "compaction",
            "parquet",
            "shuffle",
            "object store"
          ],
          "name": "Scalability and Performance with Optimized Storage",
          "short": "Storage & Scale",
          "slots": {
            "max": 6,
            "min": 3
          },
          "summary": "Massive data sets, high-velocity streams, and storage layouts that keep them fast and affordable."
        },
        {
          "id": "ecosystem",
          "keywords": [
            "community",
            "documentation",
            "contributing",
            "observability"
          ],
          "name": "Ecosystem and Community with Modern Data Tools",
          "short": "Ecosystem",
          "slots": {
            "max": 6,
            "min": 3
          },
          "summary": "Organisations, tools and people: how the community builds, teaches, tests and maintains."
        },
        {
          "id": "trends",
          "keywords": [
            "serverless",
            "vector",
            "iceberg-v3",
            "native"
          ],
          "name": "Emerging Trends (AI/ML and Lakehouse Architectures)",
          "short": "Emerging Trends",
          "slots": {
            "max": 6,
            "min": 3
          },
          "summary": "Where AI/ML, serverless processing and lakehouse architectures are going next."
        }
      ],
      "format": 1,
      "formats": [
        {
          "id": "talk-25",
          "minutes": 25,
          "name": "Talk",
          "slots": 20
        },
        {
          "id": "talk-50",
          "minutes": 50,
          "name": "Deep dive",
          "slots": 8
        },
        {
          "id": "lightning-10",
          "minutes": 10,
          "name": "Lightning talk",
          "slots": 6
        },
        {
          "id": "workshop-90",
          "minutes": 90,
          "name": "Workshop",
          "slots": 2
        }
      ],
      "levels": [
        "Introductory",
        "Intermediate",
        "Advanced"
      ],
      "name": "Beam Summit 2026",
      "rounds": [
        {
          "closes": "2026-03-01T23:59:59.000Z",
          "id": "early",
          "name": "Early (visa)"
        },
        {
          "closes": "2026-04-12T23:59:59.000Z",
          "id": "main",
          "name": "Main"
        }
      ],
      "rubric": {
        "criteria": [
          {
            "guide": {
              "1": "Not about data processing, or a pitch for a product",
              "2": "Touches our field, but would fit any conference as well",
              "3": "Useful to one part of our audience; the link to the theme is clear",
              "4": "Many in the audience have this problem and can act on the answer",
              "5": "People would come to this summit for it; it widens the ecosystem"
            },
            "id": "relevance",
            "name": "Relevance",
            "question": "Does it serve this audience and the summit's theme?",
            "required": true,
            "weight": 2
          },
          {
            "guide": {
              "1": "Claims only: no problem, design or result can be named",
              "2": "A topic rather than a talk; what will be said remains open",
              "3": "A sound outline with examples; results are mentioned, not shown",
              "4": "Worked through: measurements or code, and what went wrong",
              "5": "Deep and checkable: numbers, limits, failures, things to take home"
            },
            "id": "content",
            "name": "Content",
            "question": "Is there enough substance, and evidence for it?",
            "required": true,
            "weight": 1
          },
          {
            "guide": {
              "1": "Given many times, or a summary of the documentation",
              "2": "A known subject, told in the known way",
              "3": "Known subject with a fresh example, data set or point of view",
              "4": "New results, or a combination I have not seen presented",
              "5": "Changes how I think about the problem; no one else can give this"
            },
            "id": "novelty",
            "name": "Novelty",
            "question": "What would we learn that is not already on video?",
            "required": true,
            "weight": 1
          },
          {
            "guide": {
              "1": "After two readings I cannot say what the talk is about",
              "2": "The subject is clear, the course of the talk is not",
              "3": "Readable; the takeaway has to be guessed in places",
              "4": "Clear structure that fits the time; level and takeaway are stated",
              "5": "Precise and vivid: I could describe the talk to a colleague now"
            },
            "id": "clarity",
            "name": "Clarity",
            "question": "Does the text say what the listener will hear and take away?",
            "required": true,
            "weight": 1
          }
        ],
        "scale": {
          "high": 5,
          "low": 1,
          "step": 1
        }
      },
      "rules": {
        "maxPerOrganization": 3,
        "maxPerSpeaker": 1,
        "minutes": 1140,
        "otherReviews": "afterMine",
        "reviewsPerProposal": 3,
        "slots": 36,
        "speakers": "shown"
      },
      "theme": "Expanding the Data Ecosystem"
    }
    """
}
